// The demo: your app on one origin, the stand-in for Fogbender on another. Needs Node alone, and no network.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { toNodeHandler } from "../pkg/index.js";
import { createStandIn } from "../pkg/stand-in.js";
import { createApp } from "./server/app.js";

// The two servers share it, in memory, until they stop. No browser ever sees it.
const secret = randomBytes(24).toString("base64");

const chosen = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
const appServer = await listen(chosen ?? 4680, chosen === undefined);
const fogbenderServer = await listen(chosen === 0 ? 0 : appServer.address().port + 1, true);

// Two host names, because cookies do not tell ports apart: the session's cookie must not reach Fogbender.
const origins = {
  app: `http://localhost:${appServer.address().port}`,
  fogbender: `http://127.0.0.1:${fogbenderServer.address().port}`,
};
appServer.on("request", toNodeHandler(createApp(secret, origins)));
fogbenderServer.on("request", toNodeHandler(createStandIn({ secret, app: origins.app })));

console.log(`Why can't Alice be Bob? Open ${origins.app}`);
console.log(`Fogbender is played by a stand-in on ${origins.fogbender}. Nothing leaves this machine; Ctrl+C stops both.`);

/** A server that only this machine reaches, on this port or, where it may move on, on the first free one behind it. */
async function listen(port, mayMoveOn) {
  const server = createServer();
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return server;
  } catch (error) {
    if (error.code === "EADDRINUSE" && mayMoveOn) return listen(port + 1, mayMoveOn);
    console.error(`Port ${port} cannot be used (${error.code}): choose another with PORT.`);
    process.exit(1);
  }
}
