/**
 * @import { AddressInfo } from "node:net"
 * @import { Command } from "../commands.js"
 * @import { Event } from "../stand-in/types.d.ts"
 */
import { randomBytes } from "node:crypto";
import { wrongOrigin } from "../../server/client-page.js";
import { toNodeHandler } from "../../server/node-handler.js";
import { secretFingerprint } from "../../server/secret.js";
import { createStandIn } from "../../server/stand-in.js";
import { readNumber, UsageError } from "../arguments.js";
import { secret as givenSecret } from "../environment.js";
import { listen, stopped } from "../stand-in/listen.js";
import { teller } from "../stand-in/tell.js";
import { json } from "../terminal.js";

const PORT = 4690;

/** @type {Command<{ app?: string, port?: number }>} */
export const standIn = {
  summary: "runs a local Fogbender for your app, with the widget's client, and says what it decides for each token",
  operands: "",
  options: {
    app: { takes: "ORIGIN", about: "where your app's pages are, such as http://localhost:5173; required" },
    port: { takes: "N", about: `the port on 127.0.0.1; 0 is any free one (default: ${PORT})`, read: readNumber },
  },
  async run({ options: { app, port = PORT }, json: asJSON }) {
    const origin = readOrigin(app);
    if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) throw new UsageError("--port takes a whole number from 0 to 65535.");
    const secret = givenSecret() ?? randomBytes(24).toString("base64");
    const { told, decided, asked } = teller({ app: origin, secret, asJSON });
    const standIn = createStandIn({ secret, app: origin, onDecision: decided });
    const server = await listen(port);
    server.on(
      "request",
      toNodeHandler((request) => asked(request, standIn)),
    );
    told(started(origin, `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`, secret));
    await stopped(server);
    return asJSON ? { plain: json({ event: "stopped" }) } : { plain: "Stopped." };
  },
};

/**
 * What stands in an address bar will do: without the slash at its end, it is the origin.
 * @param {string} [app]
 */
function readOrigin(app) {
  if (app === undefined)
    throw new UsageError("stand-in needs the origin of your app's pages. Give it as --app, such as --app http://localhost:5173.");
  const origin = app.replace(/^(https?:\/\/[^/]+)\/$/i, "$1").toLowerCase();
  const wrong = wrongOrigin(origin);
  if (wrong !== undefined) throw new UsageError(`--app ${wrong}`);
  return origin;
}

/**
 * Where it is, and what to write into the app. Only a secret that was made here is shown.
 * @param {string} app
 * @param {string} url
 * @param {string} secret
 * @returns {Event}
 */
function started(app, url, secret) {
  /** @type {Record<string, string>} */
  const env = {
    ...(givenSecret() === undefined && { FOGBENDER_SECRET: secret }),
    FOGBENDER_WIDGET_ID: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw",
  };
  return { event: "started", app, clientUrl: url, signaturesUrl: `${url}/signatures`, fingerprint: secretFingerprint(secret), env };
}
