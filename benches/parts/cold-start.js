// From the start of a fresh Node process to its first userJWT on standard output.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { measure, median } from "../measure.js";
import { identity, secret } from "../payload.js";
import { signedClaims } from "../prove.js";

const OWN = "fogbender-token";
const NOTHING = "an empty process";

/** The program of each: what one writes who signs one userJWT. */
const PROGRAMS = {
  [OWN]: `
    import { Signer } from "fogbender-token";
    userJWT = new Signer(secret).sign(identity);`,
  "by hand": `
    import { createHmac } from "node:crypto";
    const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const input = encode({ alg: "HS256", typ: "JWT" }) + "." + encode({ ...identity, iat: now() });
    userJWT = input + "." + createHmac("sha256", secret).update(input).digest("base64url");`,
  "@node-rs/jsonwebtoken": `
    import library from "@node-rs/jsonwebtoken";
    userJWT = library.signSync(identity, secret);`,
  "fast-jwt": `
    import { createSigner } from "fast-jwt";
    userJWT = createSigner({ key: secret, algorithm: "HS256" })(identity);`,
  jsonwebtoken: `
    import library from "jsonwebtoken";
    userJWT = library.sign(identity, secret);`,
  jose: `
    import { SignJWT } from "jose";
    const jwt = new SignJWT(identity).setProtectedHeader({ alg: "HS256", typ: "JWT" }).setIssuedAt();
    userJWT = await jwt.sign(Buffer.from(secret));`,
  "hono/jwt": `
    import { sign } from "hono/jwt";
    userJWT = await sign({ ...identity, iat: now() }, secret, "HS256");`,
  "@tsndr/cloudflare-worker-jwt": `
    import library from "@tsndr/cloudflare-worker-jwt";
    userJWT = await library.sign(identity, secret);`,
  [NOTHING]: "",
};

const folder = fileURLToPath(new URL("..", import.meta.url));
const given = `
  const secret = ${JSON.stringify(secret)};
  const identity = ${JSON.stringify(identity)};
  const now = () => Math.floor(Date.now() / 1000);
  let userJWT = "";`;

function start(program) {
  const { NODE_OPTIONS, NODE_COMPILE_CACHE, ...env } = process.env;
  const code = `${given} ${program} process.stdout.write(userJWT);`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}

function prove(name, output) {
  if (name === NOTHING) return assert.equal(output, "");
  const { iat, ...claims } = signedClaims(output);
  assert.deepEqual(claims, identity);
}

export async function run({ quick, progress }) {
  const outputs = [];
  const batches = Object.fromEntries(Object.entries(PROGRAMS).map(([name, program]) => [name, () => outputs.push([name, start(program)])]));
  const times = await measure(batches, { rounds: quick ? 4 : 40, count: 1 }, (share) => progress(share, "processes"));
  for (const [name, output] of outputs) prove(name, output);

  const whole = (name) => median(times[name]);
  const beyond = (name) => whole(name) - whole(NOTHING);
  const others = Object.keys(PROGRAMS).filter((name) => name !== OWN);
  return {
    tables: [
      {
        title: "Cold start, import to first userJWT in a fresh Node process: how many times as long the others take",
        columns: ["the whole process", "beyond an empty process"],
        rows: others.map((name) => [name, whole(name) / whole(OWN), name === NOTHING ? undefined : beyond(name) / beyond(OWN)]),
      },
    ],
  };
}
