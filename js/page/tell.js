/** @type {string | undefined} */
let told;

/**
 * Says an error on the console once, while the page is in development. Bundlers put the value of NODE_ENV in here.
 * @param {Error} error
 */
export function tell(error) {
  if (error.message === told || !isDevelopment()) return;
  told = error.message;
  console.error(error);
}

function isDevelopment() {
  try {
    return process.env.NODE_ENV !== "production";
  } catch {
    return true;
  }
}
