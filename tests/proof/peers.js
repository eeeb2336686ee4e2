import { spawn } from "node:child_process";
import { createSecretKey } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { signSync as signWithNodeRs, verifySync as verifyWithNodeRs } from "@node-rs/jsonwebtoken";
import { createSigner, createVerifier } from "fast-jwt";
import { SignJWT, jwtVerify } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { SECRET } from "./by-hand.js";

const bytes = Buffer.from(SECRET);
const keyObject = createSecretKey(bytes);
const header = { alg: "HS256", typ: "JWT" };
const algorithms = ["HS256"];
/** The switch that keeps jsonwebtoken and fast-jwt from adding an `iat` takes the caller's away as well. */
const noTimestamp = (claims) => typeof claims.iat !== "number";
const signWithFastJwt = [true, false].map((noTimestamp) =>
  createSigner({ key: bytes, algorithm: "HS256", noTimestamp, header: { typ: "JWT" } }),
);
const verifyWithFastJwt = createVerifier({ key: bytes, algorithms });
const nodeRsValidation = { algorithms, leeway: 0, requiredSpecClaims: [], validateNbf: true };

/** What a call gave: its value, or why it refused. */
export async function attempt(run) {
  try {
    return { value: await run() };
  } catch (error) {
    return { refusal: error };
  }
}

/** A library of this process. Both take lists: claims as JSON texts, tokens as text. */
const library = (name, sign, verify) => ({
  name,
  sign: (list) => Promise.all(list.map((claims) => attempt(() => sign(JSON.parse(claims))))),
  verify: (list) => Promise.all(list.map((jwt) => attempt(() => verify(jwt)))),
  close() {},
});

/** A program that answers each line of its input with one line. */
function program(name, command, script, environment) {
  const file = fileURLToPath(new URL(`peers/${script}`, import.meta.url));
  const child = spawn(command, [file, SECRET], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  const waiting = [];
  const end = (why) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`${name} ended (${why}): has tests/proof/setup.sh run?`));
  };
  child.on("error", (error) => end(error.message));
  child.on("exit", end);
  child.stdin.on("error", (error) => end(error.message));
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift().resolve(line));
  const ask = async (task, list, read) => {
    const answers = list.map(() => new Promise((resolve, reject) => waiting.push({ resolve, reject })));
    child.stdin.write(list.map((text) => `${task} ${Buffer.from(text).toString("base64")}\n`).join(""));
    return (await Promise.all(answers)).map((line) => {
      const [verdict, rest] = line.split(" ");
      if (verdict !== "ok") return { refusal: new Error(line) };
      const text = Buffer.from(rest, "base64").toString();
      return {
        get value() {
          return read(text);
        },
      };
    });
  };
  return {
    name,
    sign: (list) => ask("sign", list, String),
    verify: (list) => ask("verify", list, JSON.parse),
    close: () => child.stdin.end(),
  };
}

const pythonPath = fileURLToPath(new URL("../../target/pyjwt", import.meta.url));

/** Every peer at its defaults, pinned to HS256, with one key, and asked to check `exp` and `nbf` where it can. */
export const startPeers = () => [
  library(
    "jose",
    (claims) => new SignJWT(claims).setProtectedHeader(header).sign(keyObject),
    async (jwt) => (await jwtVerify(jwt, keyObject, { algorithms })).payload,
  ),
  library(
    "jsonwebtoken",
    (claims) => jsonwebtoken.sign(claims, keyObject, { algorithm: "HS256", noTimestamp: noTimestamp(claims) }),
    (jwt) => jsonwebtoken.verify(jwt, keyObject, { algorithms }),
  ),
  library("fast-jwt", (claims) => signWithFastJwt[noTimestamp(claims) ? 0 : 1](claims), verifyWithFastJwt),
  library(
    "@node-rs",
    (claims) => signWithNodeRs(claims, bytes, { algorithm: "HS256" }),
    (jwt) => verifyWithNodeRs(jwt, bytes, nodeRsValidation),
  ),
  program("PyJWT", "python3", "pyjwt.py", { PYTHONPATH: pythonPath }),
  program("erlang-jose", "escript", "erlang-jose.escript"),
];
