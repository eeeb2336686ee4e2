// Every code block of docs/page.md: it compiles under strict, and runs. Support.tsx runs in react.test.js, Chat.tsx in
// places.test.js, what is for Next.js in next/run.js. The component of README.md and the one of docs/agents.md run here too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { alice, aliceAtHooli, bob, widgetId } from "./backend.js";
import { seeNoWidget, seeWidgetOf, visit } from "./browser.js";
import { snippets, writeSnippets } from "./docs.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const installed = path("node_modules/fogbender-token");
const folder = writeSnippets("docs");
const head = '<!doctype html><meta charset="utf-8" /><link rel="icon" href="data:," />';

/** An entry of the snippets' folder as one script. */
async function bundle(name, code, plugins = []) {
  writeFileSync(join(folder, name), code);
  const define = {
    "process.env.NODE_ENV": '"development"',
    __VUE_OPTIONS_API__: "true",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  };
  const { outputFiles } = await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    logLevel: "error",
    define,
    plugins,
  });
  return outputFiles[0].text;
}

const pageOf = (script, body) => ({ "index.html": `${head}${body}<script type="module" src="/main.js"></script>`, "main.js": script });
const box = '<div id="support" style="display: flex; height: 600px"></div>';

// Every await stands before the first test: the browser closes when all tests that are known have run.
const plain = await bundle(
  "plain.js",
  'import "./widget"; import { store, userChanged } from "./token"; window.store = store; window.userChanged = userChanged;',
);

const once = await bundle("first.js", 'import { token } from "./once"; window.token = token ?? null;');
const { widgetHtml } = await import(join(folder, "attribute.js"));

/** Vue's single-file components, as its own compiler makes them. */
const vue = {
  name: "vue",
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const templateParseOptions = { isCustomElement: (tag) => tag.startsWith("fogbender-") };
      const { descriptor } = parse(readFileSync(path, "utf8"), { templateParseOptions });
      const { content } = compileScript(descriptor, { id: "support", inlineTemplate: true });
      return { contents: content, loader: "ts" };
    });
  },
};
const vueScript = await bundle(
  "vue.js",
  `import { createApp, h, nextTick, shallowRef } from "vue";
   import Support from "./Support.vue";
   const user = shallowRef(null);
   createApp(() => h(Support, { user: user.value })).mount("#app");
   window.become = async (id) => ((user.value = id), await nextTick(), document.querySelectorAll("iframe").length);`,
  [vue],
);

const strict = await bundle(
  "strict.jsx",
  `import { createRoot } from "react-dom/client";
   import { useAlicesToken } from "./Strict";
   function State() {
     const { status, token, error } = useAlicesToken({ id: "U1", orgId: "C1" });
     return status + " " + (token?.userName ?? error?.code);
   }
   createRoot(document.querySelector("#app")).render(<State />);`,
);

/** The component Support of another page, shown to whom `window.show` says. */
function supportOf(page, name) {
  const [, component] = /^```jsx\n\/\/ support\.jsx\n([\s\S]*?)^```$/m.exec(readFileSync(path(`../../${page}`), "utf8"));
  writeFileSync(join(folder, `${name}-support.jsx`), component);
  return bundle(
    `${name}.jsx`,
    `import { flushSync } from "react-dom";
     import { createRoot } from "react-dom/client";
     import { Support } from "./${name}-support";
     const root = createRoot(document.querySelector("#app"));
     window.show = (user) => (flushSync(() => root.render(<Support user={user} />)), document.querySelectorAll("iframe").length);`,
  );
}
const supports = {
  "README.md": { script: await supportOf("README.md", "readme"), userOf: ({ userId, customerId }) => `${userId}/${customerId}` },
  "docs/agents.md": {
    script: await supportOf("docs/agents.md", "agents"),
    userOf: ({ userId, customerId }) => ({ id: userId, companyId: customerId }),
  },
};

test("every code block names its file, and is one that is tried here or in the tests that are named above", () => {
  const blocks = readFileSync(path("../../docs/page.md"), "utf8").match(/^```\w+$/gm);
  const tried = ["Support.tsx", "Chat.tsx", "Strict.tsx", "token.ts", "widget.ts", "once.ts", "Support.vue", "index.html", "attribute.js"];
  const inNext = ["next.config.ts", "app/page.tsx", "app/chat.tsx"];
  assert.deepEqual(Object.keys(snippets).sort(), [...tried, ...inNext].sort());
  assert.equal(blocks.length, tried.length + inNext.length);
});

test("the snippets compile under strict and exactOptionalPropertyTypes", () => {
  const script = parse(snippets["Support.vue"]).descriptor.scriptSetup.content;
  writeFileSync(join(folder, "SupportVue.ts"), script);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2022", "dom"],
    jsx: "react-jsx",
    // fogbender-react's own declarations use a namespace that the types of React 19 do not have.
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["*.ts", "*.tsx", "attribute.js"], exclude: ["next.config.ts"] }),
  );
  execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", folder], {
    stdio: ["ignore", "inherit", "inherit"],
  });
});

visit(
  "without React: sign-in, switch of company and user, logout, broken endpoint",
  pageOf(plain, box),
  async (page, backend, complaints) => {
    await page.waitForFunction(() => window.store.get().status === "signed-out");
    const become = (person) => {
      backend.session = person;
      return page.evaluate(() => (window.userChanged(), document.querySelectorAll("iframe").length));
    };
    for (const person of [alice, aliceAtHooli, bob]) {
      assert.equal(await become(person), 0, "the old widget is gone at once");
      await seeWidgetOf(page, person);
    }
    await page.evaluate(() => (document.querySelector("iframe").mark = "the same"));
    await page.evaluate(() => window.store.refresh());
    assert.equal(await page.evaluate(() => document.querySelector("iframe").mark), "the same", "a fresh userJWT leaves it");
    backend.broken = () => new Response("<h1>Log in</h1>");
    assert.equal(await become(alice), 0);
    await page.getByText("instead of JSON").waitFor();
    assert.equal(complaints.splice(0).length, 1, "told once");
    backend.broken = undefined;
    await become(alice);
    await seeWidgetOf(page, alice);
    await page.evaluate(() => window.store.clear());
    await seeNoWidget(page);
  },
);

visit("once.ts gives nothing when nobody is signed in, and the token of whoever is", pageOf(once, ""), async (page, backend) => {
  await page.waitForFunction(() => window.token === null);
  backend.session = alice;
  await page.reload();
  await page.waitForFunction((userId) => window.token?.userId === userId, alice.userId);
});

visit("Vue: sign-in, switch of company and user, logout", pageOf(vueScript, '<div id="app"></div>'), async (page, backend) => {
  const become = (person) => {
    backend.session = person;
    return page.evaluate((id) => window.become(id), person ? `${person.userId}/${person.customerId}` : null);
  };
  await page.waitForTimeout(50);
  assert.equal(backend.requests.length, 0);
  for (const person of [alice, aliceAtHooli, bob]) {
    assert.equal(await become(person), 0, "the old widget is gone at once");
    await seeWidgetOf(page, person);
  }
  assert.equal(await become(undefined), 0);
  assert.equal(backend.requests.length, 3);
});

visit(
  "Strict.tsx: the token of Alice, and none of another's session",
  pageOf(strict, '<div id="app"></div>'),
  async (page, backend, complaints) => {
    backend.session = alice;
    await page.reload();
    await page.getByText("ready Alice").waitFor();
    for (const other of [bob, aliceAtHooli]) {
      backend.session = other;
      await page.reload();
      await page.getByText("error token_mismatch").waitFor();
    }
    const told = complaints.splice(0);
    assert.equal(told.length, 2);
    for (const one of told) assert.match(one, /is not what the page expects/);
  },
);

for (const [name, { script, userOf }] of Object.entries(supports)) {
  const files = pageOf(script, '<div id="app"></div>');
  visit(`${name}: sign-in, switch of company and user, slow answer, broken endpoint, logout`, files, async (page, backend, complaints) => {
    const become = (person) => {
      backend.session = person;
      return page.evaluate((user) => window.show(user), person ? userOf(person) : null);
    };
    for (const person of [alice, aliceAtHooli, bob]) {
      const release = backend.hold();
      assert.equal(await become(person), 0, "the old widget is gone at once");
      release();
      await seeWidgetOf(page, person);
    }
    backend.broken = () => new Response("", { status: 500 });
    assert.equal(await become(alice), 0);
    await page.getByText("No chat: Your token endpoint answered with status 500.").waitFor();
    assert.equal(complaints.splice(0).length, 1);
    assert.equal(await become(undefined), 0);
  });

  visit(`${name}: a session that has expired takes the widget away at the refresh`, files, async (page, backend) => {
    await page.clock.install();
    backend.session = alice;
    await page.evaluate((user) => window.show(user), userOf(alice));
    await seeWidgetOf(page, alice);
    backend.session = undefined;
    await page.clock.fastForward("04:01");
    await page.locator("iframe").waitFor({ state: "detached" });
  });
}

const file = (name) => readFileSync(join(path("node_modules"), name), "utf8");
const withoutBundler = {
  "index.html": head + snippets["index.html"],
  "fogbender-element/dist/fogbender-element.js": file("fogbender-element/dist/fogbender-element.js"),
  ...Object.fromEntries(
    readdirSync(installed)
      .filter((name) => /^page(-\w+)?\.js$/.test(name))
      .map((name) => [`fogbender-token/${name}`, file(`fogbender-token/${name}`)]),
  ),
};

visit("a script tag: the widget of whoever is signed in when the page is loaded, or none", withoutBundler, async (page, backend) => {
  await page.waitForTimeout(100);
  await seeNoWidget(page);
  backend.session = alice;
  await page.reload();
  await seeWidgetOf(page, alice);
  assert.equal(await page.evaluate(() => document.querySelector("iframe").clientHeight), 600);
});

const odd = { ...alice, userName: `"><script>alert(1)</script>&quot; & O'Hara \u2028 Алиса` };
const token = { widgetId, ...odd, userJWT: "e30.e30.AAAA" };
const written = {
  ...withoutBundler,
  "index.html": `${head}<div style="display: flex; height: 600px">${widgetHtml(token)}</div>
    <script type="importmap">{"imports":{"fogbender-element":"/fogbender-element/dist/fogbender-element.js"}}</script>
    <script type="module">import "fogbender-element";</script>`,
};

visit("a token in HTML: the widget gets the very names, whatever is in them", written, async (page) => {
  await seeWidgetOf(page, odd);
});
