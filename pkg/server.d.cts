/**
 * The same as `fogbender-token`, by a name that is never the browser's build: for servers whose bundler resolves the
 * condition `browser`, such as SvelteKit's adapter for Netlify's edge functions.
 */
export * from "./index.cjs";
