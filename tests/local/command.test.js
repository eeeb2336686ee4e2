// fogbender-token stand-in: what it takes, prints, serves and refuses.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { createToken, requestSignatures, secretFingerprint } from "fogbender-token";
import { CLI, SECRET, start, startStandIn } from "./processes.js";

const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const alice = { userId: "U1", customerId: "C1", customerName: "Netflix", userEmail: "alice@netflix.com", userName: "Alice" };
const withSecret = { FOGBENDER_SECRET: SECRET };
const post = (url, body, headers = {}) =>
  fetch(url, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers });

test("a secret of one's own is not printed, only its fingerprint; without one, a throwaway is made and printed", async (t) => {
  const own = await startStandIn(t, [], withSecret);
  assert.match(own.text(), new RegExp(`fingerprint ${secretFingerprint(SECRET)}`));
  assert.ok(!own.text().includes(SECRET));
  const made = await Promise.all([startStandIn(t), startStandIn(t)]);
  const secrets = made.map((one) => /^ {2}FOGBENDER_SECRET=([A-Za-z0-9+/]{32})$/m.exec(one.text())[1]);
  assert.notEqual(secrets[0], secrets[1]);
  const { userJWT } = await requestSignatures(alice, secrets[0], { url: `${made[0].url}/signatures` });
  const { verdict } = await (await post(`${made[0].url}/verify`, { widgetId, ...alice, userJWT })).json();
  assert.equal(verdict, "accepted");
  await assert.rejects(requestSignatures(alice, secrets[0], { url: `${made[1].url}/signatures` }), { code: "signatures_unauthorized" });
  await made[1].says(/ error {5}403 for \/signatures\n\s+The secret behind Bearer is not the stand-in's\./);
});

test("for each token the terminal has the verdict, the step that ended it and what could be edited", async (t) => {
  const { url, says } = await startStandIn(t, [], withSecret);
  const verify = (token) => post(`${url}/verify`, token);
  const token = createToken(alice, SECRET, { widgetId });
  await verify(token);
  await says(/ accepted {2}Alice of Netflix \(U1, C1\)\n/);
  await verify({ ...token, userEmail: "bob@netflix.com" });
  await says(/ refused {3}Alice of Netflix \(U1, C1\)\n\s+at claims: userEmail/);
  await verify({ ...token, userName: null });
  await says(/ (refused|crashes) {3}\? of Netflix \(U1, C1\)\n\s+at claims: /);
  await verify({ ...createToken(alice, "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ", { widgetId }), userName: "Mallory" });
  await says(/ refused {3}Mallory of Netflix \(U1, C1\)\n\s+at user_jwt: /);
  const { userJWT } = await (await post(`${url}/signatures`, { userId: "U1", customerId: "C1" }, { authorization: `Bearer ${SECRET}` }))
    .json()
    .then(({ signatures }) => signatures);
  await says(/ signed {4}POST \/signatures\n/);
  await verify({ widgetId, ...alice, userName: "Carol", userJWT });
  await says(/ accepted {2}Carol of Netflix \(U1, C1\)\n\s+unsigned_user_email: /);
  await verify({ widgetId, visitor: true, visitorKey: "key" });
  await says(/ unknown {3}a token that names nobody\n/);
  await verify("[");
  await says(/ error {5}400 for \/verify\n/);
});

test("what a stranger writes into a token steers no terminal, and neither a JWT nor the secret is repeated", async (t) => {
  for (const args of [[], ["--json"]]) {
    const { url, says, text } = await startStandIn(t, args, withSecret);
    const token = createToken(alice, SECRET, { widgetId });
    const hostile = {
      ...token,
      userName: `\u001b[2J\u202e\n${SECRET}`,
      customerName: token.userJWT,
      userId: SECRET,
      customerId: "x".repeat(5000),
    };
    await post(`${url}/verify`, hostile);
    await says(/\(the secret\)/);
    assert.match(text(), /\(a JWT\)/);
    assert.ok(!text().includes(SECRET) && !text().includes("eyJ"));
    assert.doesNotMatch(text(), /(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
    assert.ok(text().length < 6000);
  }
});

test("--json prints one JSON text for each event", async (t) => {
  const { url, says, child, ended, text } = await startStandIn(t, ["--json"], withSecret);
  await post(`${url}/verify`, createToken(alice, SECRET, { widgetId }));
  await says(/"verify"/);
  child.kill("SIGTERM");
  await ended;
  const events = text()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    events.map(({ event }) => event),
    ["started", "verify", "stopped"],
  );
  assert.deepEqual(events[0], {
    event: "started",
    app: "http://localhost:5173",
    clientUrl: url,
    signaturesUrl: `${url}/signatures`,
    fingerprint: secretFingerprint(SECRET),
    env: { FOGBENDER_WIDGET_ID: widgetId },
  });
  assert.deepEqual([events[1].verdict, events[1].who], ["accepted", "Alice of Netflix (U1, C1)"]);
});

test("the client page is at the root, and only pages of --app may frame it", async (t) => {
  const { url } = await startStandIn(t, [], withSecret);
  const response = await fetch(url);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(response.headers.get("content-security-policy"), /^default-src 'none'; .*; frame-ancestors http:\/\/localhost:5173$/);
  assert.match(await response.text(), /<html lang="en" data-app="http:\/\/localhost:5173">/);
  for (const [file, type] of [
    ["client.js", "text/javascript"],
    ["client.css", "text/css"],
  ]) {
    const { status, headers } = await fetch(`${url}/${file}`);
    assert.deepEqual([status, headers.get("content-type")], [200, `${type}; charset=utf-8`]);
  }
  assert.equal((await fetch(url, { method: "HEAD" })).status, 200);
  assert.equal((await post(url, {})).status, 405);
  assert.equal((await fetch(`${url}/package.json`)).status, 404);
});

test("a page of another origin is answered nothing, also one of --app: the secret is for backends", async (t) => {
  const { url, says } = await startStandIn(t, [], withSecret);
  const token = createToken(alice, SECRET, { widgetId });
  for (const origin of ["http://localhost:5173", "https://evil.example", "null"]) {
    for (const path of ["/verify", "/signatures"]) {
      const response = await post(url + path, token, { origin, authorization: `Bearer ${SECRET}` });
      assert.equal(response.status, 403, `${origin} ${path}`);
      assert.equal(response.headers.get("access-control-allow-origin"), null);
    }
  }
  await says(/ error {5}403 for \/signatures\n\s+A page of another origin asks\./);
  assert.equal((await post(`${url}/verify`, token, { origin: url })).status, 200);
});

test("Ctrl+C stops it with status 0, also while a connection is open", async (t) => {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    const { url, child, ended, text } = await startStandIn(t);
    await fetch(url);
    child.kill(signal);
    assert.deepEqual(await ended, [0, null]);
    assert.match(text(), /Stopped\.\n$/);
    await assert.rejects(fetch(url));
  }
});

test("only this machine reaches it", async (t) => {
  const { url } = await startStandIn(t);
  await assert.rejects(fetch(url.replace("127.0.0.1", "[::1]")));
});

test("a wrong command line says what to write", async (t) => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  t.after(() => taken.close());
  const { port } = taken.address();
  const app = ["--app", "http://localhost:5173"];
  const wrong = [
    [[], /^usage: stand-in needs the origin of your app's pages\. Give it as --app, such as --app http:\/\/localhost:5173\. See/],
    [["--app", "localhost:5173"], /^usage: --app must be the origin .* Write it like http:\/\/localhost:5173\. See/],
    [["--app", "http://localhost:3000/support"], /Write it like http:\/\/localhost:3000\. See/],
    [["--app", "http://localhost:3000?x=1"], /Write it like http:\/\/localhost:3000\. See/],
    [["--app", "http://user:pass@localhost:3000"], /Write it like http:\/\/localhost:3000\. See/],
    [["--app", "http://localhost:80"], /Write it like http:\/\/localhost\. See/],
    [["--app", "file:///tmp"], /Write it like http:\/\/localhost:5173\. See/],
    [["--app", "*"], /Write it like http:\/\/localhost:5173\. See/],
    [["--app", "http://a;b"], /Write it like http:\/\/localhost:5173\. See/],
    [[...app, "--port", "x"], /^usage: --port takes a whole number from 0 to 65535\. See/],
    [[...app, "--port", "65536"], /^usage: --port takes a whole number/],
    [
      [...app, "--port", String(port)],
      new RegExp(`^usage: Port ${port} is in use\\. Stop what uses it, or choose another with --port\\. See`),
    ],
    [[...app, "here"], /^usage: stand-in takes no argument\. See/],
    [
      [...app, "--secret", SECRET],
      /^usage: The secret must not be an argument, because others can see arguments\. Set FOGBENDER_SECRET\. See/,
    ],
  ];
  for (const [args, message] of wrong) {
    const program = start(t, [process.execPath, CLI, "stand-in", ...args]);
    assert.deepEqual(await program.ended, [2, null], args.join(" "));
    assert.match(program.output, message);
  }
  const empty = start(t, [process.execPath, CLI, "stand-in", ...app], { env: { FOGBENDER_SECRET: "" } });
  assert.deepEqual(await empty.ended, [1, null]);
  assert.match(empty.output, /^secret_empty /);
});
