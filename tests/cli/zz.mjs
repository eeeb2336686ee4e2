import { BROKEN, endpoint, good, ARGUMENTS } from "./endpoints.js";
import { SECRET } from "./support.js";
import { createServer } from "node:http";
import { spawn } from "node:child_process";
const wanted = process.argv.slice(2);
const list = [["good", null], ...BROKEN];
for (const [name, mistake] of list) {
  if (wanted.length && !wanted.some((w) => name.includes(w))) continue;
  const server = createServer(mistake ? endpoint(mistake) : good()).listen(0, "127.0.0.1");
  await new Promise((r) => server.on("listening", r));
  console.log("\n######## " + name);
  const child = spawn(
    "script",
    [
      "-qec",
      `stty cols 120; node ${JSON.stringify("node_modules/fogbender-token/cli.js")} doctor http://127.0.0.1:${server.address().port}/fogbender-signatures ${ARGUMENTS.map((a) => `'${a}'`).join(" ")}`,
      "/dev/null",
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, FOGBENDER_SECRET: SECRET } },
  );
  let out = "";
  child.stdout.on("data", (d) => (out += d));
  await new Promise((r) => child.on("close", r));
  const lines = out.replace(/\r/g, "").split("\n");
  console.log(name === "good" ? out : lines.filter((l) => !/^ok /.test(l)).join("\n"));
  server.closeAllConnections();
  server.close();
}
