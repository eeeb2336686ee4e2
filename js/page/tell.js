/** @type {string | undefined} */
let told;

/**
 * Says an error on the console once, while the page is in development. Bundlers put the value of NODE_ENV in here.
 * @param {Error} error
 */
export function tell(error) {
  try {
    if (process.env.NODE_ENV === "production") return;
  } catch {
    // A page without a bundler knows no process.
  }
  if (error.message === told) return;
  told = error.message;
  console.error(error);
}
