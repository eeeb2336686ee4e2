// React Native's bundler with React Native's own settings: what an app gets of the package, and what it can do with it in an
// engine without WebAssembly, such as Hermes.
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { getDefaultConfig } from "@react-native/metro-config";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import Metro from "metro";
import { inlined, signing } from "../../bundlers/wasm.js";
import { exampleSettings } from "../../examples/check.js";
import { path } from "./tools.js";

const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};

export const files = {
  "index.js": `import { explainToken, Signer } from "fogbender-token";
import { fetchToken, tokenKey } from "fogbender-token/page";

globalThis.app = { explainToken, Signer, fetchToken, tokenKey };
`,
};

/** Bundles the app in this folder; gives the bundle's path. */
export async function bundle(folder) {
  const config = getDefaultConfig(folder);
  const { resolver, serializer } = config;
  const settings = {
    ...config,
    watchFolders: [folder, path("node_modules")],
    resolver: { ...resolver, nodeModulesPaths: [path("node_modules")] },
    // React Native itself is not here.
    serializer: { ...serializer, getModulesRunBeforeMainModule: () => [], getPolyfills: () => [] },
    reporter: { update() {} },
    cacheStores: [],
    maxWorkers: 1,
  };
  const out = join(folder, "bundle.js");
  await Metro.runBuild(settings, { entry: "index.js", out, platform: "android", dev: false, minify: false });
  return out;
}

/** The compiler of Hermes, which reads what Hermes reads. Hermes itself is not on npm. */
export const hermesc = [path("node_modules/hermes-compiler/hermesc/linux64-bin/hermesc")];

/** Runs a bundle where there is no WebAssembly. */
export async function checkBundle(check, code) {
  check("its one wasm module cannot sign", inlined(code).map(signing), [{ exports: false, sha256: false }]);
  // What the page side needs of React Native, and no more.
  const context = createContext({ fetch, Headers });
  runInContext("delete globalThis.WebAssembly;", context);
  runInContext(code, context);
  const { explainToken, fetchToken, Signer, tokenKey } = context.app;
  check("it signs nothing", thrown(() => new Signer(exampleSettings.secret)).code, "secret_in_browser");
  const { code: unavailable, message } = thrown(() => explainToken({}));
  const advice = "Let your backend make the whole token, and take it with fogbender-token/page";
  check("it says what to do without WebAssembly", [unavailable, message.includes(advice)], ["wasm_unavailable", true]);
  const server = createServer(toNodeHandler(createSignaturesHandler({ ...exampleSettings, identify: () => alice }))).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { userJWT, ...token } = await fetchToken(`http://127.0.0.1:${server.address().port}/`);
    check("the page side takes the token", [{ ...token }, typeof userJWT], [{ widgetId: exampleSettings.widgetId, ...alice }, "string"]);
    check("and has a key of it", tokenKey(token).includes(alice.userId), true);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
}
