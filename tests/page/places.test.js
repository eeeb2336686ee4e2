// What docs/page.md says of the places where people put the widget, with the published packages.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { alice, aliceAtHooli, bob } from "./backend.js";
import { seeWidgetOf, visit } from "./browser.js";
import { pageWith, versions } from "./react.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const pages = Object.fromEntries(await Promise.all(versions.map(async (version) => [version, await pageWith(version, "Chat")])));
const [support, withoutKey] = [await pageWith("19", "Support"), withoutKeyOf(pages[19])];
const { outputFiles } = await build({ ...pagesOptions(), entryPoints: [path("app/widget.js")] });
