import assert from "node:assert/strict";
import { test } from "node:test";
import compression from "compression";
import timeout from "connect-timeout";
import cookieParser from "cookie-parser";
import cors from "cors";
import express5 from "express";
import express4 from "express4";
import session from "express-session";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import helmet from "helmet";
import passport from "passport";
import {
  alice,
  assertAlice,
  assertRefused,
  assertServes,
  cookie,
  endpoint,
  identify,
  listen,
  logged,
  secret,
  silent,
  widgetId,
} from "../js/endpoint.js";

const settings = { secret: () => secret, widgetId: () => widgetId, onError: silent };

/** The name and value of each cookie that an answer sets, as the browser sends them back. */
const cookiesOf = (response) => response.headers.getSetCookie().map((each) => each.split(";")[0]);

for (const [version, express] of [
  ["Express 4", express4],
  ["Express 5", express5],
]) {
  test(`${version}: behind cookie-parser, body parsers, helmet, cors and compression it gives the same answers`, async (t) => {
    const app = express()
      .disable("x-powered-by")
      .use(helmet(), cors({ origin: "https://app.example.com", credentials: true }), compression({ threshold: 0 }), cookieParser())
      .use(express.json(), express.urlencoded({ extended: true }), express.text(), express.raw())
      .use("/api/fogbender-signatures", toNodeHandler(endpoint));
    // cors answers a preflight by itself, and an OPTIONS without the headers of one goes on.
    const at = await listen(t, app);
    const answer = await fetch(`${at}/api/fogbender-signatures`, { headers: { cookie, origin: "https://app.example.com" } });
    const { headers } = answer;
    assert.equal(headers.get("content-encoding"), "gzip");
    assert.deepEqual(headers.get("vary").split(", ").toSorted(), [
      "Accept-Encoding",
      "Authorization",
      "Cookie",
      "Origin",
      "Sec-Fetch-Site",
    ]);
    assert.equal(headers.get("access-control-allow-origin"), "https://app.example.com");
    assert.match(headers.get("content-security-policy"), /default-src/);
    await assertAlice(answer);
    const json = { cookie, "content-type": "application/json" };
    const post = (body, type = json["content-type"]) =>
      fetch(`${at}/api/fogbender-signatures`, { method: "POST", body, headers: { cookie, "content-type": type } });
    await assertAlice(await post("{}"));
    await assertRefused(await post('{"userId":"U1"}'), 400, "body_not_empty");
    await assertRefused(await post("userId=U1", "application/x-www-form-urlencoded"), 415, "content_type_not_json");
  });

  test(`${version}: an express-session that is refreshed with each answer stays signed in, and other cookies stay too`, async (t) => {
    const app = express()
      .use(session({ secret: "a", resave: true, saveUninitialized: true, rolling: true, cookie: { maxAge: 60_000 } }))
      .use((req, res, next) => (res.cookie("theme", "dark"), next()))
      .get("/login", (req, res) => ((req.session.user = alice), res.end()))
      .use("/fogbender-signatures", toNodeHandler(createSignaturesHandler({ ...settings, identify: (request, req) => req.session.user })));
    const at = await listen(t, app);
    let jar = cookiesOf(await fetch(`${at}/login`)).join("; ");
    for (let round = 0; round < 3; round += 1) {
      const answer = await fetch(`${at}/fogbender-signatures`, { headers: { cookie: jar } });
      jar = cookiesOf(answer).join("; ");
      assert.match(jar, /theme=dark/);
      assert.match(jar, /connect\.sid=/);
      await assertAlice(answer);
    }
    await assertRefused(await fetch(`${at}/fogbender-signatures`), 401, "not_signed_in");
  });

  test(`${version}: req.user, as passport sets it, is the second argument's`, async (t) => {
    const own = new passport.Passport();
    own.use("one-click", {
      authenticate() {
        this.success(alice);
      },
    });
    own.serializeUser((user, done) => done(null, user.userId));
    own.deserializeUser((id, done) => done(null, id === alice.userId ? alice : false));
    const app = express()
      .use(session({ secret: "a", resave: false, saveUninitialized: false }), own.session())
      .get("/login", own.authenticate("one-click"), (req, res) => res.end())
      .use("/fogbender-signatures", toNodeHandler(createSignaturesHandler({ ...settings, identify: (request, req) => req.user })));
    const at = await listen(t, app);
    const jar = cookiesOf(await fetch(`${at}/login`)).join("; ");
    await assertAlice(await fetch(`${at}/fogbender-signatures`, { headers: { cookie: jar } }));
    await assertRefused(await fetch(`${at}/fogbender-signatures`), 401, "not_signed_in");
  });

  test(`${version}: connect-timeout that answers first is left its answer`, async (t) => {
    const errors = logged(t);
    const slow = async (request) => new Promise((resolve) => setTimeout(resolve, 120, identify(request)));
    const app = express()
      .use(timeout(30), toNodeHandler(createSignaturesHandler({ ...settings, identify: slow })))
      .use((error, req, res, next) => res.status(error.status).end("timed out"));
    const at = await listen(t, app);
    const answer = await fetch(at, { headers: { cookie } });
    assert.deepEqual([answer.status, await answer.text()], [503, "timed out"]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.deepEqual(errors(), []);
  });

  test(`${version}: every method, mounted by use and by all`, async (t) => {
    const listener = toNodeHandler(endpoint);
    const at = await listen(t, express().use("/use", listener).all("/all", listener));
    await assertServes(`${at}/use`);
    await assertServes(`${at}/all`);
  });
}
