// What doctor says of a target that cannot be asked: each is named, and nothing hangs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer as createTLSServer } from "node:https";
import { createServer as createTCPServer } from "node:net";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { ARGUMENTS, good, serve } from "./endpoints.js";
import { folderOf, HOSTILE, RAW, run, SECRET } from "./support.js";

async function firstWrong(url, args = ARGUMENTS, options) {
  const result = await run(["doctor", url, ...args], options);
  assert.equal(result.status, 1);
  return result.json.checks.find((row) => row.result === "wrong");
}

async function serveTCP(t, answer) {
  const server = createTCPServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/x`;
}

test("a closed port", async () => {
  const server = createTCPServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  const { check, cameBack } = await firstWrong(`http://127.0.0.1:${port}/`);
  assert.deepEqual([check, cameBack], ["the endpoint answers", "nothing listens on that port. Start the server, or correct the port."]);
});

test("a host that does not exist", async () => {
  assert.match((await firstWrong("https://fogbender-token-doctor.invalid/")).cameBack, /no host of that name|could not be looked up/);
});

test("a redirect is named and not followed", async (t) => {
  let followed = 0;
  const url = await serve(t, (request, reply) => {
    if (request.url === "/elsewhere") followed += 1;
    reply.writeHead(307, { location: "/elsewhere?token=x" }).end();
  });
  const result = await run(["doctor", url, ...ARGUMENTS]);
  const row = result.json.checks.find(({ check }) => check === "a user gets a signature");
  assert.deepEqual([row.result, row.cameBack], ["wrong", "307 to /elsewhere"]);
  assert.match(row.fix, /follows no redirect/);
  assert.equal(followed, 0);
});

test("a page instead of an endpoint", async (t) => {
  const url = await serve(t, (_, reply) => reply.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>App</title>"));
  const { checks } = (await run(["doctor", url, ...ARGUMENTS])).json;
  assert.match(checks.find(({ check }) => check === "a user gets a signature").fix, /A page came back, not JSON/);
});

test("a wrong session", async (t) => {
  const url = await serve(t, good());
  const { check, fix } = await firstWrong(url, ["--cookie", "session=nobody"]);
  assert.equal(check, "a user gets a signature");
  assert.match(fix, /refused the session/);
});

test("a body that does not end, and one that comes too slowly", { timeout: 20_000 }, async (t) => {
  const endless = await serve(t, (_, reply) => {
    const write = () => {
      while (!reply.destroyed && reply.write("x".repeat(65_536)));
    };
    reply.on("drain", write).writeHead(200);
    write();
  });
  assert.match((await firstWrong(endless)).cameBack, /longer than 1 MiB/);
  const slow = await serve(t, (_, reply) => {
    reply.writeHead(200);
    const timer = setInterval(() => reply.write(" "), 20);
    reply.on("close", () => clearInterval(timer));
  });
  assert.match((await firstWrong(slow, ["--timeout-seconds", "0.5"])).cameBack, /^200, but no whole answer came in 0\.5 s\./);
  const silent = await serve(t, () => {});
  assert.match((await firstWrong(silent, ["--timeout-seconds", "0.5"])).cameBack, /^no whole answer came in 0\.5 s\./);
});

test("a small body that unpacks to a huge one", async (t) => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const url = await serve(t, (_, reply) => reply.writeHead(200, { "content-encoding": "gzip" }).end(bomb));
  assert.match((await firstWrong(url)).cameBack, /unpacks to more than 1 MiB/);
});

test("a connection that breaks, and what is not HTTP", async (t) => {
  const breaks = await serveTCP(t, (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nx"));
  assert.match((await firstWrong(breaks)).cameBack, /connection broke before the body was whole/);
  const resets = await serveTCP(t, (socket) => socket.destroy());
  assert.match((await firstWrong(resets)).cameBack, /closed the connection before it answered/);
  const ssh = await serveTCP(t, (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"));
  assert.match((await firstWrong(ssh)).cameBack, /not HTTP/);
  const verbose = await serveTCP(t, (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(70_000)}\r\n\r\n`));
  assert.match((await firstWrong(verbose)).cameBack, /headers are longer than 16 KB/);
});

test("TLS: a certificate that nobody vouches for, plain http behind https, and TLS behind http", async (t) => {
  const folder = folderOf();
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=localhost",
      "-addext",
      "subjectAltName=DNS:localhost",
      "-keyout",
      key,
      "-out",
      cert,
    ],
    { stdio: "ignore" },
  );
  const server = createTLSServer({ key: readFileSync(key), cert: readFileSync(cert) }, good()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  t.after(() => server.close());
  const { port } = server.address();
  assert.match((await firstWrong(`https://localhost:${port}/`)).cameBack, /TLS certificate is self-signed/);
  const trusting = { env: { NODE_EXTRA_CA_CERTS: cert } };
  assert.match((await firstWrong(`https://127.0.0.1:${port}/`, ARGUMENTS, trusting)).cameBack, /certificate is for another host/);
  const trusted = await run(["doctor", `https://localhost:${port}/`, ...ARGUMENTS], trusting);
  assert.deepEqual(
    trusted.json.checks.filter(({ result }) => result !== "ok"),
    [],
  );
  const plain = (await serve(t, good())).replace("http:", "https:");
  assert.match((await firstWrong(plain)).cameBack, /plain http/);
  assert.match((await firstWrong(`http://localhost:${port}/`)).cameBack, /closed the connection|not HTTP|400/);
});

test("http outside this machine", async () => {
  const { check, fix } = await firstWrong("http://fogbender-token-doctor.invalid/");
  assert.equal(check, "nobody can read it on the way");
  assert.match(fix, /https alone/);
});

test("a hostile server steers no terminal, not by headers, not by a token", async (t) => {
  const latin1 = "\u009b2J\u009b31m\u00ad";
  const url = await serveTCP(t, (socket) => {
    const claims = { userId: HOSTILE, [HOSTILE]: HOSTILE, sub: HOSTILE, exp: 1 };
    const jwt = `${[{ alg: HOSTILE }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.eA`;
    const body = JSON.stringify({ widgetId: HOSTILE, userId: HOSTILE, [HOSTILE]: 1, userJWT: jwt, userName: HOSTILE });
    const headers = ["content-type", "vary", "cache-control", "access-control-allow-origin"]
      .map((name) => `${name}: x${latin1}`)
      .join("\r\n");
    socket.write(`HTTP/1.1 200 O${latin1}K\r\n${headers}\r\nlocation: /${latin1}\r\nconnection: close\r\n\r\n`, "latin1");
    socket.end(body);
  });
  for (const terminal of [true, false]) {
    const { status, stdout, stderr } = await run(["doctor", url, ...ARGUMENTS], { terminal });
    assert.equal(status, 1);
    assert.doesNotMatch(stdout + stderr, RAW);
    for (const word of ["userId", "sub", "Cache-Control"]) assert.ok(stdout.includes(word), word);
  }
});

test("a server that sends the session and the secret back is not printed", async (t) => {
  const cookie = "session=alice-5f0c2d7e";
  for (const echo of [
    "alice-5f0c2d7e",
    SECRET,
    Buffer.from(SECRET).toString("base64"),
    Buffer.from(SECRET).toString("hex"),
    `eyJhbGciOiJIUzI1NiJ9.${"e".repeat(20)}.x`,
  ]) {
    const url = await serve(t, (_, reply) => {
      const headers = ["content-type", "vary", "cache-control", "access-control-allow-origin"].map((name) => [name, echo]);
      reply.writeHead(302, { ...Object.fromEntries(headers), location: `/${echo}` }).end(echo);
    });
    for (const terminal of [true, false]) {
      const { status, stdout, stderr } = await run(["doctor", url, "--cookie", cookie], { terminal });
      assert.equal(status, 1);
      assert.ok(!`${stdout}${stderr}`.replace(/\s+/g, "").includes(echo.slice(0, 13)), `${echo} was printed`);
    }
  }
});
