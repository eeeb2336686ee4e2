import {
  bodyText,
  callMany,
  splitOptions,
  takeKey,
  written
} from "./chunk-GTKKJTHZ.js";
import {
  FogbenderTokenError,
  refuseUnknown
} from "./chunk-LXHB3623.js";

// js/stand-in.js
var JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
function createStandIn(options) {
  const { allowShortSecret, rest } = splitOptions(options);
  refuseUnknown(rest, ["secret"]);
  const key = takeKey(rest.secret, allowShortSecret);
  return async function standIn(request) {
    try {
      const body = request.method === "POST" ? await bodyText(request) : "";
      const parts = [request.method, new URL(request.url).pathname, request.headers.get("authorization") ?? "", body];
      const answer = written(callMany((...lengths) => key.respond(...lengths), parts));
      return new Response(answer.slice(3), { status: Number(answer.slice(0, 3)), headers: JSON_HEADERS });
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      const { message, problems, code } = error;
      return Response.json({ error: { message, problems } }, { status: code === "too_large" ? 413 : 400, headers: JSON_HEADERS });
    }
  };
}

export {
  createStandIn
};
