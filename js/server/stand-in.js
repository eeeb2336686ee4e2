import { bodyText } from "./body.js";
import { FogbenderTokenError } from "../core/error.js";
import { splitOptions, takeKey } from "./secret.js";
import { refuseUnknown, within } from "../core/values.js";
import { begin, wipeStack, written } from "../core/wasm.js";

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

export function createStandIn(options) {
  const { allowShortSecret, rest } = splitOptions(options);
  refuseUnknown(rest, ["secret"]);
  const key = takeKey(rest.secret, allowShortSecret);

  function answerTo(length) {
    try {
      return written(key.respond(length));
    } finally {
      // Authorization may be somebody's secret; Rust wipes the input before it answers.
      wipeStack();
    }
  }

  return async function standIn(request) {
    try {
      const body = request.method === "POST" ? await bodyText(request) : "";
      const head = `${request.method} ${new URL(request.url).pathname} ${request.headers.get("authorization") ?? ""}`;
      const answer = answerTo(begin(body, within("request", head)));
      return new Response(answer.slice(3), { status: Number(answer.slice(0, 3)), headers: JSON_HEADERS });
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      const { message, problems, code } = error;
      return Response.json({ error: { message, problems } }, { status: code === "too_large" ? 413 : 400, headers: JSON_HEADERS });
    }
  };
}
