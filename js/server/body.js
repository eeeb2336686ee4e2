import { failure, FogbenderTokenError } from "../core/error.js";

/** More than any userJWT or token; a longer body is not read to its end. */
const MAX_BODY_BYTES = 65_536;

/** The headers that frame a body: a request without one, sent on with these, fails. */
export const BODY_HEADERS = ["content-length", "transfer-encoding"];

/**
 * A Request's body as text.
 * @param {Request} request
 */
export const bodyText = (request) => textOf(request.body ?? []);

/**
 * The text of a body that comes in pieces.
 * @param {AsyncIterable<Uint8Array<ArrayBuffer>> | Iterable<Uint8Array<ArrayBuffer>>} chunks
 */
export async function textOf(chunks) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) throw failure("too_large", "body", "The body has more than 65,536 bytes. Send an empty body or {}.");
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    throw failure("body_unreadable", "body", "The body did not arrive whole, or it is not UTF-8. Send an empty body or {}.", cause);
  }
}
