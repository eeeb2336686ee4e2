// For each framework: the smallest app around its example, and how it is built and started. Builds get no secret.

import { exampleSettings } from "../../examples/check.js";
import { bin } from "./tools.js";

const example = (path) => ({ example: path });
const page = "export default function Page() {\n  return null;\n}\n";

/** The folder whose package-lock.json OpenNext takes for the root of a monorepo. */
const slow = 'process.cwd() + "/../.."';

/** Every file of the app that stands in tests/neighbours/slow/target; an example, or its text. */
export const frameworks = {
  next: {
    files: {
      "pages/api/fogbender-signatures.js": example("next-pages/pages/api/fogbender-signatures.js"),
      "pages/index.js": page,
      "next.config.js": "export default { turbopack: { root: process.cwd() + '/../../../../..' } };\n",
    },
    build: bin("next", "build"),
    start: (port) => bin("next", "start", "--hostname", "127.0.0.1", "--port", port),
    path: "/api/fogbender-signatures",
  },
  "@sveltejs/kit": {
    files: {
      "src/routes/fogbender-signatures/+server.js": example("sveltekit/src/routes/fogbender-signatures/+server.js"),
      "src/app.html": "<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n",
      "vite.config.js":
        'import adapter from "@sveltejs/adapter-node";\nimport { sveltekit } from "@sveltejs/kit/vite";\n\n' +
        "export default { plugins: [sveltekit({ adapter: adapter() })] };\n",
    },
    build: bin("vite", "build"),
    start: () => ["node", "build"],
  },
  "react-router": {
    files: {
      "app/routes/fogbender-signatures.js": example("react-router/app/routes/fogbender-signatures.js"),
      "app/routes.js":
        'import { route } from "@react-router/dev/routes";\n\nexport default [route("fogbender-signatures", "routes/fogbender-signatures.js")];\n',
      "app/root.jsx": 'import { Outlet } from "react-router";\n\nexport default function App() {\n  return <Outlet />;\n}\n',
      "vite.config.js": 'import { reactRouter } from "@react-router/dev/vite";\n\nexport default { plugins: [reactRouter()] };\n',
    },
    build: bin("react-router", "build"),
    start: () => bin("react-router-serve", "build/server/index.js"),
  },
  astro: {
    files: {
      "src/pages/fogbender-signatures.js": example("astro/src/pages/fogbender-signatures.js"),
      "astro.config.js":
        'import node from "@astrojs/node";\n\nexport default { output: "server", adapter: node({ mode: "standalone" }) };\n',
    },
    build: bin("astro", "build"),
    start: () => ["node", "dist/server/entry.mjs"],
  },
  nuxt: {
    files: {
      "server/routes/fogbender-signatures.js": example("nuxt/server/routes/fogbender-signatures.js"),
      "app/app.vue": "<template><div /></template>\n",
      "nuxt.config.js": 'export default { compatibilityDate: "2026-11-01", telemetry: false };\n',
    },
    build: bin("nuxt", "build"),
    start: () => ["node", ".output/server/index.mjs"],
  },
  // Next.js on Cloudflare, in wrangler's own server, which is workerd.
  "@opennextjs/cloudflare": {
    files: {
      "app/fogbender-signatures/route.js": example("next/app/fogbender-signatures/route.js"),
      "app/layout.jsx": "export default ({ children }) => (\n  <html>\n    <body>{children}</body>\n  </html>\n);\n",
      "app/page.jsx": page,
      "package.json": '{ "private": true, "type": "module", "scripts": { "build": "next build" } }\n',
      "next.config.js": `const root = ${slow};
export default { serverExternalPackages: ["fogbender-token"], outputFileTracingRoot: root, turbopack: { root } };\n`,
      "open-next.config.ts":
        'import { defineCloudflareConfig } from "@opennextjs/cloudflare";\n\nexport default defineCloudflareConfig();\n',
      "wrangler.json": JSON.stringify({
        name: "app",
        main: ".open-next/worker.js",
        compatibility_date: "2026-11-01",
        compatibility_flags: ["nodejs_compat"],
        assets: { directory: ".open-next/assets", binding: "ASSETS" },
        vars: { FOGBENDER_SECRET: exampleSettings.secret, FOGBENDER_WIDGET_ID: exampleSettings.widgetId },
      }),
    },
    build: bin("opennextjs-cloudflare", "build"),
    start: (port) => bin("wrangler", "dev", "--ip", "127.0.0.1", "--port", port),
  },
};
