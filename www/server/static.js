import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves the files of one folder, read once: a path that is not one of their names finds nothing. */
export function createStatic(folder, headers, edit = (body) => body) {
  const files = new Map();
  for (const name of readdirSync(folder)) {
    const body = readFileSync(new URL(name, folder));
    files.set(name === "index.html" ? "/" : `/${name}`, { type: TYPES[extname(name)], body: edit(body, name) });
  }

  return function serve({ method, url }) {
    const file = files.get(new URL(url).pathname);
    if (file === undefined) return new Response("Not found.\n", { status: 404, headers });
    if (method !== "GET" && method !== "HEAD") return new Response(null, { status: 405, headers: { ...headers, allow: "GET, HEAD" } });
    return new Response(method === "HEAD" ? null : file.body, { headers: { ...headers, "content-type": file.type } });
  };
}

/** The headers of every answer of an origin; the policy allows what it names, and nothing else. */
export function securityHeaders(policy) {
  return {
    "content-security-policy": Object.entries({ "default-src": "'none'", ...policy })
      .map((directive) => directive.join(" "))
      .join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  };
}
