// One request, and what came back: bounded in size and time, and no redirect is followed.
/** @import { Answer, Ask } from "./types.d.ts" */
import * as http from "node:http";
import * as https from "node:https";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

const MAX_BYTES = 2 ** 20;
export const MAX_REQUESTS = 40;

/** Why there is no answer, in words, by Node's code. @type {{ [code: string]: string | undefined }} */
const FAILURES = {
  ECONNREFUSED: "nothing listens on that port. Start the server, or correct the port.",
  ECONNRESET: "the server closed the connection before it answered. Perhaps it speaks another protocol.",
  ENOTFOUND: "there is no host of that name. Correct the URL.",
  EAI_AGAIN: "the host's name could not be looked up. Check the network, and try again.",
  EHOSTUNREACH: "there is no way to that host. Check the network, the VPN and the URL.",
  ENETUNREACH: "there is no way to that network. Check the connection of this machine.",
  ETIMEDOUT: "the host did not answer in time. Check the URL, and whether a firewall stands before the host.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its TLS certificate is self-signed. For a test server, set NODE_EXTRA_CA_CERTS to that certificate.",
  SELF_SIGNED_CERT_IN_CHAIN:
    "its TLS certificate is from an authority that Node does not know. Set NODE_EXTRA_CA_CERTS to the authority's certificate.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its TLS certificate cannot be verified. The server must also send the certificates between its own and the authority's.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "its TLS certificate cannot be verified. The server must also send the certificates between its own and the authority's.",
  CERT_HAS_EXPIRED: "its TLS certificate has expired. Renew it.",
  CERT_NOT_YET_VALID: "its TLS certificate is not valid yet. Compare the clocks of both machines.",
  ERR_TLS_CERT_ALTNAME_INVALID: "its TLS certificate is for another host. Give the URL with that host.",
  EPROTO: "the TLS handshake failed. Perhaps this port speaks plain http.",
  ERR_SSL_WRONG_VERSION_NUMBER: "the TLS handshake failed, because this port speaks plain http.",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "the TLS handshake failed, because this port speaks plain http.",
  HPE_HEADER_OVERFLOW: "the answer's headers are longer than 16 KB.",
  HPE_INVALID_CONSTANT: "what came back is not HTTP. Perhaps this port speaks https.",
};

/**
 * Makes the function that sends requests to one address.
 * @param {URL} url
 * @param {Record<string, string>} always headers of every request
 * @param {number} timeoutSeconds for each request
 * @returns {{ ask: Ask, answers: Answer[] }}
 */
export function asker(url, always, timeoutSeconds) {
  /** @type {Answer[]} */
  const answers = [];

  /** @type {Ask} */
  async function ask(sent, { method = "GET", path = url.pathname + url.search, headers = {}, body } = {}) {
    if (answers.length === MAX_REQUESTS) throw new Error(`more than ${MAX_REQUESTS} requests`);
    const isEmptyPost = method === "POST" && body === undefined;
    if (isEmptyPost) body = "{}";
    /** @type {Record<string, string>} */
    const type = isEmptyPost ? { "content-type": "application/json" } : {};
    /** @type {http.RequestOptions & { headers: Record<string, string> }} */
    const options = {
      method,
      path,
      headers: { accept: "application/json", "user-agent": "fogbender-token doctor", ...type, ...always, ...headers },
      agent: false,
    };
    if (body !== undefined) options.headers["content-length"] = String(Buffer.byteLength(body));
    const answer = { sent, ...(await send(url, options, body, timeoutSeconds)) };
    answers.push(answer);
    return answer;
  }
  return { ask, answers };
}

/** @type {(failure: string) => Omit<Answer, "sent">} */
const nothing = (failure) => ({ status: 0, headers: {}, text: "", failure });

/**
 * @param {URL} url
 * @param {http.RequestOptions} options
 * @param {string | undefined} body
 * @param {number} timeoutSeconds
 * @returns {Promise<Omit<Answer, "sent">>}
 */
function send(url, options, body, timeoutSeconds) {
  return new Promise((resolve) => {
    const request = (url.protocol === "https:" ? https : http).request(url, options);
    let began = nothing("");
    const late = () => end({ ...began, failure: `no whole answer came in ${timeoutSeconds} s.` });
    const timer = setTimeout(late, timeoutSeconds * 1000);
    /** @param {Omit<Answer, "sent">} answer */
    function end(answer) {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    }
    request.on("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      end({ ...began, failure: FAILURES[error.code ?? ""] ?? `the request failed (${error.code ?? "unknown"}).` }),
    );
    request.on("response", (response) => {
      began = { status: Number(response.statusCode), headers: response.headers, text: "" };
      /** @type {Buffer[]} */
      const chunks = [];
      let length = 0;
      response.on("data", (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > MAX_BYTES) {
          end({ ...began, text: read(chunks, {}).text, failure: "the body is longer than 1 MiB, so it was not read to its end." });
        }
      });
      response.on("end", () => end({ ...began, ...read(chunks, response.headers) }));
      response.on("error", () => end({ ...began, failure: "the connection broke before the body was whole." }));
    });
    request.end(body);
  });
}

/** @type {{ [encoding: string]: typeof gunzipSync | undefined }} */
const UNPACK = { gzip: gunzipSync, "x-gzip": gunzipSync, br: brotliDecompressSync, deflate: inflateSync };

/**
 * @param {Buffer[]} chunks
 * @param {http.IncomingHttpHeaders} headers
 * @returns {{ text: string, failure?: string }}
 */
function read(chunks, headers) {
  const bytes = Buffer.concat(chunks);
  const unpack = UNPACK[headers["content-encoding"] ?? ""];
  try {
    return { text: (bytes.length > 0 && unpack ? unpack(bytes, { maxOutputLength: MAX_BYTES }) : bytes).toString("utf8") };
  } catch {
    return { text: bytes.toString("latin1"), failure: "the body is not what its Content-Encoding says, or it unpacks to more than 1 MiB." };
  }
}
