// Builds examples/axum, starts it, and asks it as Alice, as nobody, and as somebody who says that she is Bob.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const WIDGET_ID = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const folder = fileURLToPath(new URL("../../examples/axum/", import.meta.url));
const target = fileURLToPath(new URL("../../target/axum/", import.meta.url));

execFileSync("cargo", ["build", "--quiet", "--locked", "--manifest-path", `${folder}Cargo.toml`, "--target-dir", target], {
  stdio: "inherit",
});
const env = { ...process.env, FOGBENDER_SECRET: SECRET, FOGBENDER_WIDGET_ID: WIDGET_ID, PORT: "0" };
const server = spawn(`${target}debug/fogbender-axum-example`, { env, stdio: ["ignore", "pipe", "inherit"] });
try {
  const output = [];
  for await (const line of createInterface(server.stdout)) {
    output.push(line);
    if (line.startsWith("http://")) break;
  }
  assert.ok(output.at(-1)?.startsWith("http://"), "the server has not started");
  assert.ok(!output.join().includes(SECRET));
  const ask = (headers, query = "") => fetch(output.at(-1) + query, { headers });

  const answer = await ask({ cookie: "theme=dark; session=of-alice" }, "?userId=U999999");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  const { userJWT, ...fields } = await answer.json();
  assert.deepEqual(fields, {
    widgetId: WIDGET_ID,
    customerId: "C256434",
    customerName: "Netflix",
    userId: "U234328",
    userEmail: "alice@netflix.com",
    userName: "Alice Chesterton",
  });
  const [header, payload, signature] = userJWT.split(".");
  assert.equal(signature, createHmac("sha256", SECRET).update(`${header}.${payload}`).digest("base64url"));
  const { iat, exp, ...claims } = JSON.parse(Buffer.from(payload, "base64url"));
  assert.deepEqual({ widgetId: WIDGET_ID, ...claims }, fields);
  assert.equal(exp - iat, 3600);

  for (const headers of [{}, { cookie: "session=of-bob" }, { cookie: "session=" }]) {
    const refused = await ask(headers);
    assert.equal(refused.status, 401);
    assert.equal(await refused.text(), "");
  }
  console.log("examples/axum: Alice has a token, nobody else has one");
} finally {
  server.kill();
  if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
}
