// Serves a build for Vercel's edge in Vercel's own stand-in for it: node serve/edge-runtime.js FILE
// With --strict it may not compile bytes to WebAssembly, as on Vercel, which edge-runtime itself allows.
import { resolve } from "node:path";
import { EdgeRuntime, runServer } from "edge-runtime";
import { build } from "esbuild";

const { PORT, HOST, FOGBENDER_SECRET, FOGBENDER_WIDGET_ID } = process.env;
const [file, strict] = process.argv.slice(2);
const contents = `import answer from ${JSON.stringify(resolve(file))};
addEventListener("fetch", (event) => event.respondWith(answer(event.request, event)));`;
const bundled = await build({
  stdin: { contents, resolveDir: "." },
  bundle: true,
  format: "iife",
  platform: "neutral",
  external: ["node:*"],
  write: false,
});
const runtime = new EdgeRuntime({
  initialCode: bundled.outputFiles[0].text,
  codeGeneration: { strings: false, wasm: strict !== "--strict" },
  // Vercel gives these, and a few of Node's modules.
  extend: (context) =>
    Object.assign(context, { process: { env: { FOGBENDER_SECRET, FOGBENDER_WIDGET_ID } }, require: process.getBuiltinModule }),
});
await runServer({ runtime, port: Number(PORT), host: HOST });
