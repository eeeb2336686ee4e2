import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { serve } from "./support.js";
import { toNodeHandler } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";
import { walk, WAYS } from "./diagram.js";
import { sessions } from "./sessions.js";

const { FOGBENDER_SECRET: secret, FOGBENDER_WIDGET_ID: widgetId } = process.env;

/** A server on loopback; gives its address. */
async function listen(listener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const fogbender = await listen(toNodeHandler(createStandIn({ secret })));
process.env.SIGNATURES_URL = `${fogbender}/signatures`;
const verify = (token) => fetch(`${fogbender}/verify`, { method: "POST", body: JSON.stringify(token) });

const all = Object.values(sessions);
serve(Object.assign({}, ...all.map(({ answers }) => answers)));
Object.assign(process.env, ...all.map(({ settings }) => settings));

/** An example's endpoints, one for each way to sign. */
async function endpoints(name) {
  const text = readFileSync(new URL(`../../examples/providers/${name}.js`, import.meta.url), "utf8");
  const handler = new URL("diagram.js", import.meta.url).href;
  const linked = text.replaceAll(/(?<=^import .* from )"([^"]+)"/gm, (_, from) =>
    JSON.stringify(from === "fogbender-token" ? handler : import.meta.resolve(from)),
  );
  return (await import(`data:text/javascript,${encodeURIComponent(linked)}`)).GET;
}

for (const [provider, alice] of Object.entries(sessions)) {
  const endpointOf = await endpoints(alice.example);
  for (const way of WAYS) {
    test(`${provider}, ${way}: Alice signs in, her page asks the backend, assembles the token, and Fogbender accepts it and no edit`, async () => {
      const backend = await listen(toNodeHandler(endpointOf[way]));
      await walk({ ...alice, widgetId }, (headers) => fetch(`${backend}/fogbender-signatures`, { headers }), verify);
    });
  }
}
