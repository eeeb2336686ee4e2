// The demo's two servers as www/serve.js starts them, with a secret that the tests know; all that they answer is kept.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { toNodeHandler } from "../../pkg/index.js";
import { createStandIn } from "../../pkg/stand-in.js";
import { createApp } from "../../www/server/app.js";

export const secret = randomBytes(24).toString("base64");

/** Every answer of the two servers, to the browser and to each other. */
export const answers = [];

const servers = [createServer(), createServer()];
for (const server of servers) await once(server.listen(0, "127.0.0.1"), "listening");
const [appPort, fogbenderPort] = servers.map((server) => server.address().port);

export const origins = { app: `http://localhost:${appPort}`, fogbender: `http://127.0.0.1:${fogbenderPort}` };
servers[0].on("request", toNodeHandler(kept(createApp(secret, origins))));
servers[1].on("request", toNodeHandler(kept(createStandIn({ secret, app: origins.app }))));

export function stopServers() {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

function kept(handler) {
  return async (request) => {
    const response = await handler(request);
    const { method, url } = request;
    const headers = Object.fromEntries(response.headers);
    answers.push({ method, url, status: response.status, headers, body: await response.clone().text() });
    return response;
  };
}
