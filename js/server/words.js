// What somebody else's code threw, in words: the object itself may hold what was sent, and with it the secret.

/** Fewer characters of a secret than this tell nothing, and may be in any sentence. */
const PIECE = 8;

/**
 * The messages of an error and of its causes, as an error of their own. One that holds a piece of the secret, however it
 * is encoded, is left out.
 * @param {unknown} thrown
 * @param {string} secret
 */
export function wordsOf(thrown, secret) {
  /** @type {string[]} */
  const words = [];
  try {
    for (let error = thrown; error instanceof Error && words.length < 4; error = error.cause) words.push(String(error.message));
  } catch {
    // A getter or a Proxy of the thrower's own: what was read so far is told.
  }
  const pieces = piecesOf(secret);
  const told = words.map((message) => (holds(message, pieces) ? "(a message that held a part of the secret)" : message));
  return new Error(told.join(": ") || "What was thrown is not an Error.");
}

/**
 * @param {string} message
 * @param {string[]} pieces
 */
function holds(message, pieces) {
  const text = message.toLowerCase();
  return pieces.some((piece) => text.includes(piece));
}

/**
 * Every short piece of each form that the secret may come back in.
 * @param {string} secret
 */
function piecesOf(secret) {
  return formsOf(secret).flatMap((form) =>
    Array.from({ length: Math.max(1, form.length - PIECE + 1) }, (_, at) => form.slice(at, at + PIECE).toLowerCase()),
  );
}

/** @param {string} secret */
function formsOf(secret) {
  const hex = Array.from(secret, (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  // In base64, a text looks different after one, two or three characters; the ends mix with what stands beside it.
  const base64 = ["", " ", "  "].map((before) => btoa(before + secret).slice(before === "" ? 0 : 4, -4));
  const base64url = base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"));
  return [secret, encodeURIComponent(secret), secret.replaceAll("/", "\\/"), hex, ...base64, ...base64url].filter((form) => form !== "");
}
