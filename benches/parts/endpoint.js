// The signatures endpoint under load: this process asks, on loopback, servers that each run in a process of their own.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ask, proveAnswer } from "../endpoint/client.js";
import { SERVERS } from "../endpoint/servers.js";
import { measure, median } from "../measure.js";

const LIBRARIES = ["jose", "jsonwebtoken"];

async function start(name) {
  const child = fork(fileURLToPath(new URL("../endpoint/servers.js", import.meta.url)), [name]);
  const exited = once(child, "exit").then(() => Promise.reject(new Error(`${name} did not start.`)));
  const [port] = await Promise.race([once(child, "message"), exited]);
  exited.catch(() => {});
  return { name, child, port };
}

export async function run({ quick, progress }) {
  const servers = await Promise.all(Object.keys(SERVERS).map(start));
  const unproven = [];
  let proven = 0;
  const batches = Object.fromEntries(servers.map(({ name, port }) => [name, async (count) => unproven.push(...(await ask(port, count)))]));
  const times = await measure(batches, { rounds: quick ? 3 : 20, count: quick ? 500 : 2500 }, (share) => {
    unproven.forEach(proveAnswer);
    proven += unproven.length;
    unproven.length = 0;
    progress(share, `${proven.toLocaleString("en")} answers, all right`);
  });
  for (const { child } of servers) child.disconnect();

  const against = (way, library) => median(times[`${way}, ${library}`]) / median(times[`${way}, fogbender-token`]);
  const share = median(times["node:http, fogbender-token"]) / median(times["handler, fogbender-token"]);
  return {
    tables: [
      {
        title: "Requests per second that the endpoint answers: how many times as many fogbender-token's does",
        columns: ["`createSignaturesHandler`, against the same as a handler", "`Signer` on `node:http`, against the same by hand"],
        rows: LIBRARIES.map((library) => [library, against("handler", library), against("node:http", library)]),
      },
    ],
    notes: [
      `${proven.toLocaleString("en")} requests from a second process over 16 connections, and every answer was right.`,
      `\`createSignaturesHandler\` by \`toNodeHandler\` answers ${share.toFixed(2)} of what \`Signer\` on a bare \`node:http\` server answers: ` +
        "the rest is the Request that identify reads, and what the handler checks.",
    ],
  };
}
