import { failure } from "../core/error.js";

/** More than any userJWT or token; a longer body is not read to its end. */
export const MAX_BODY_BYTES = 65_536;

/**
 * A request's body as text.
 * @param {Request} request
 */
export async function bodyText(request) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) throw failure("too_large", "body", "The body has more than 65,536 bytes.");
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (cause) {
    if (cause?.code === "too_large") throw cause;
    throw failure("body_unreadable", "body", "The body did not arrive whole, or is not UTF-8.", cause);
  }
}
