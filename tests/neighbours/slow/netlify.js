// SvelteKit for Netlify's edge functions, which adapter-netlify bundles as for a browser: the package's entry for servers
// must be named.
import { deno, path } from "./tools.js";

const built = ".netlify/edge-functions/render.js";
const route = "src/routes/fogbender-signatures/+server.js";

/** The app, whose route imports from `entry`. */
export const files = (entry) => ({
  [route]: { example: `sveltekit/${route}`, replace: ['"fogbender-token"', `"${entry}"`] },
  "src/app.html": "<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n",
  "svelte.config.js": 'import adapter from "@sveltejs/adapter-netlify";\n\nexport default { kit: { adapter: adapter({ edge: true }) } };\n',
  "vite.config.js": 'import { sveltekit } from "@sveltejs/kit/vite";\n\nexport default { plugins: [sveltekit()] };\n',
});

export const build = [path("netlify/node_modules/.bin/vite"), "build"];
export const start = () => [...deno, path("serve/deno.js"), built];

/** Asks the endpoint once, and prints what its server logs. */
export const askOnce = [
  deno[0],
  "eval",
  `const { default: answer } = await import("file://" + Deno.realPathSync("${built}"));
await answer(new Request("http://localhost/fogbender-signatures"), {});`,
];
