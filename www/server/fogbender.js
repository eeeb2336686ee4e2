// The stand-in for Fogbender: its API, and at the root of an origin of its own the client that the widget frames.
import { createStandIn } from "../../pkg/stand-in.js";
import { createStatic, securityHeaders } from "./static.js";

export function createFogbender(secret, origins) {
  const headers = securityHeaders({
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": origins.app,
  });
  const api = createStandIn({ secret });
  const apiPaths = ["/signatures", "/tokens", "/verify"];
  const named = (body, name) => (name === "index.html" ? body.toString().replace("{{app}}", origins.app) : body);
  const client = createStatic(new URL("../client/", import.meta.url), headers, named);

  return (request) => (apiPaths.includes(new URL(request.url).pathname) ? api(request) : client(request));
}
