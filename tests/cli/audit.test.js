import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, cpSync, linkSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { ALICE, folderOf, HOSTILE, jwtByHand as jwt, OTHER_SECRET, RAW, run, SECRET, WIDGET_ID } from "./support.js";

const PACKAGE = fileURLToPath(new URL("node_modules/fogbender-token", import.meta.url));
const KEY = createHmac("sha256", SECRET).update("").digest("hex").slice(0, 19);

/** A PNG of these chunks, without their checksums: nobody draws it. */
function png(...chunks) {
  const parts = [...chunks, ["IEND", Buffer.alloc(0)]].map(([type, data]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  });
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts]);
}

/** What is found without the secret. @type {[string, string, RegExp[]][]} */
const WITHOUT = [
  [
    "a userJWT that signs userId alone",
    `token = {userJWT:"${jwt({ userId: "U1" })}"}`,
    [/^a userJWT that leaves userEmail, customerId, customerName, userName unsigned$/],
  ],
  ["a userJWT with sub", `"${jwt({ ...ALICE, sub: "U1" })}"`, [/^a userJWT that leaves userEmail, customerId, /]],
  ["a whole userJWT", `"${jwt(ALICE)}"`, [/^a userJWT$/]],
  ["a public name in Next.js", "process.env.NEXT_PUBLIC_FOGBENDER_SECRET", [/^a public name for a secret$/]],
  ["a public name in Vite", "import.meta.env.VITE_FOGBENDER_SECRET", [/^a public name/]],
  ["a public name in Create React App", "process.env.REACT_APP_SECRET_FOGBENDER", [/^a public name/]],
  ["a public name in SvelteKit", 'import { PUBLIC_FOGBENDER_SECRET } from "$env/static/public"', [/^a public name/]],
  ["a public name in Nuxt", "NUXT_PUBLIC_SECRET=x", [/^a public name/]],
  ["a public name in Expo", "EXPO_PUBLIC_FOGBENDER_SECRET_KEY", [/^a public name/]],
  ["a public name in Gatsby", "GATSBY_FOGBENDER_SECRET", [/^a public name/]],
  ["a secret in a file of settings", `FOGBENDER_SECRET=${OTHER_SECRET}`, [/^a hard-coded secret$/]],
  ["a secret as a default", `process.env.FOGBENDER_SECRET ?? "${OTHER_SECRET}"`, [/^a hard-coded secret$/]],
  ["a userJWT that is longer than what is looked at first", `"${jwt({ ...ALICE, userName: "a".repeat(30_000) })}"`, [/^a userJWT$/]],
  ["a token with a widgetKey", `token={widgetId:"${WIDGET_ID}",widgetKey:"${KEY}"}`, [/^a hard-coded widgetKey$/]],
  ["a token with a widgetKey in JSON in JSON", JSON.stringify(JSON.stringify({ widgetKey: KEY })), [/^a hard-coded widgetKey$/]],
];

for (const [name, content, kinds] of WITHOUT) {
  test(`without the secret it finds ${name}`, async () => {
    const { status, json, stdout } = await run(["audit", folderOf({ "app.js": `\n${content}\n` })], { secret: null });
    assert.equal(status, 1);
    assert.equal(json.findings.length, kinds.length, stdout);
    for (const [index, finding] of json.findings.entries()) assert.match(finding.kind, kinds[index]);
    assert.equal(json.secretSearched, false);
    assert.ok(!stdout.includes("eyJ") && !stdout.includes(KEY) && !stdout.includes(OTHER_SECRET));
  });
}

test("this package's server build is found, bundled or as it is, and its browser build is not", async () => {
  const builds = readdirSync(PACKAGE).filter((name) => /\.(js|cjs|wasm)$/.test(name));
  const { json } = await run(["audit", ...builds.map((name) => join(PACKAGE, name))]);
  const found = json.findings.filter(({ kind }) => kind === "this package's server build").map(({ file }) => file.split("/").at(-1));
  for (const name of ["index.cjs", "fogbender_token.wasm"]) assert.ok(found.includes(name), name);
  assert.ok(found.some((name) => name.startsWith("chunk-")));
  assert.ok(!found.some((name) => name.includes("browser")), found.join());
  assert.deepEqual(found, [...new Set(found)], "once a file");
});

test("a real bundle is told apart by its condition: for the browser nothing is found, for node the build that signs", async () => {
  const folder = folderOf({ "app.js": 'import { Signer, assembleToken } from "fogbender-token"; console.log(Signer, assembleToken);' });
  symlinkSync(dirname(PACKAGE), join(folder, "node_modules"));
  for (const [platform, count] of [
    ["browser", 0],
    ["node", 1],
  ]) {
    const outfile = join(folderOf({}), "app.js");
    await build({ entryPoints: [join(folder, "app.js")], bundle: true, minify: true, format: "esm", platform, outfile, logLevel: "error" });
    const { json } = await run(["audit", outfile]);
    assert.deepEqual(
      json.findings.map(({ kind }) => kind),
      Array(count).fill("this package's server build"),
      platform,
    );
  }
});

test("what compressed files and images hold is found: gzip, Brotli, PNG texts", async () => {
  const text = `{"sourcesContent":["x\\ny"]}\n"${SECRET}"`;
  const data = (head) => Buffer.concat([Buffer.from(head, "latin1"), deflateSync(text)]);
  const folder = folderOf({
    "app.js.gz": gzipSync(text),
    "app.js.br": brotliCompressSync(text),
    "app.map.gz": gzipSync(`${" ".repeat(9_000_000)}\n${SECRET}`),
    unnamed: gzipSync(text),
    "raw.png": png(["tEXt", Buffer.from(`Comment\0${SECRET}`)]),
    "ztxt.png": png(["IHDR", Buffer.alloc(13)], ["zTXt", data("Comment\0\0")]),
    "itxt.png": png(["iTXt", data("XML:com.adobe.xmp\0\x01\0en\0\0")]),
    "photo.jpg": Buffer.concat([Buffer.from("ffd8ffe1", "hex"), Buffer.from(`  Exif\0\0 ${SECRET}`), Buffer.from("ffd9", "hex")]),
  });
  const { json } = await run(["audit", folder]);
  const expected = {
    "app.js.gz": [2, "unpacked"],
    "app.js.br": [2, "unpacked"],
    "app.map.gz": [2, "unpacked"],
    unnamed: [2, "unpacked"],
    "raw.png": [3, undefined],
    "ztxt.png": [2, "text in the image"],
    "itxt.png": [2, "text in the image"],
    "photo.jpg": [1, undefined],
  };
  for (const [name, [line, within]] of Object.entries(expected)) {
    const found = json.findings.filter((finding) => finding.file === join(folder, name) && finding.within === within);
    assert.deepEqual(
      found.map((finding) => finding.line),
      [line],
      name,
    );
  }
});

test("line and column are right, and each place is named once, on every line and across the borders of chunks", async () => {
  const chunk = 4 * 1024 * 1024;
  const positions = [
    0,
    131_072,
    chunk - 131_072 - 16,
    chunk - 20,
    2 * chunk - 131_072 - 31,
    2 * chunk - 131_072 + 40,
    2 * chunk - 1,
    3 * chunk - 131_072,
    3 * chunk,
  ];
  const content = Buffer.alloc(3 * chunk + 100, "x");
  for (let at = 80; at < content.length; at += 81) content[at] = 10;
  for (const at of positions) content.write(SECRET, at);
  const lines = (at) => content.subarray(0, at).toString("latin1").split("\n");
  const { json } = await run(["audit", folderOf({ "big.txt": content, "two.js": `"${SECRET}" "${SECRET}"\n"${SECRET}"` })]);
  assert.deepEqual(
    json.findings.map(({ file, line, column }) => [file.split("/").at(-1), line, column]),
    [
      ...[...positions].sort((one, other) => one - other).map((at) => ["big.txt", lines(at).length, lines(at).at(-1).length + 1]),
      ["two.js", 1, 2],
      ["two.js", 1, 37],
      ["two.js", 2, 2],
    ],
  );
});

test("a userJWT is found whole across the border of chunks, and a secret of which one part alone lies behind it", async () => {
  const chunk = 4 * 1024 * 1024;
  const content = Buffer.alloc(2 * chunk, " ");
  content.write(`"${jwt({ ...ALICE, userName: "a".repeat(3000) })}"`, chunk - 2000);
  const broken = [...SECRET.slice(0, 26)].join("\n") + SECRET.slice(26);
  content.write(broken, 2 * chunk - 131_072 - broken.length + 8);
  const { json } = await run(["audit", folderOf({ "big.txt": content })]);
  assert.deepEqual(
    json.findings.map(({ kind }) => kind),
    ["a userJWT", "secret escaped or in parts"],
  );
});

test("a clean folder passes, with the number of its files and bytes", async () => {
  const folder = folderOf({ "index.html": "<!doctype html>", "a/app.js": 'fetch("/fogbender-signatures")', "a/empty": "" });
  cpSync(join(PACKAGE, "browser.js"), join(folder, "a/browser.js"));
  const bytes = ["index.html", "a/app.js", "a/browser.js"].reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
  const { status, json } = await run(["audit", folder]);
  assert.deepEqual([status, json], [0, { findings: [], notes: [], files: 4, bytes, unread: 0, secretSearched: true }]);
  const { stdout } = await run(["audit", folder], { terminal: true });
  assert.equal(stdout, `Searched 4 files with ${bytes.toLocaleString("en-US")} bytes: nothing found.\n`);
});

test("what is near to a finding is none: the names that servers use, other JWTs, other hex", async () => {
  const { json } = await run([
    "audit",
    folderOf({
      "a.js": `process.env.FOGBENDER_SECRET; __SECRET_INTERNALS_DO_NOT_USE; PUBLIC_URL; PUBLIC_CLIENT_SECRET_POST; widgetKey: string; widgetKey = "${"a".repeat(20)}"`,
      "b.js": `"${jwt({ sub: "1234567890", name: "John Doe" })}" "${SECRET.slice(0, 31)}" "${KEY.slice(0, 18)}" ${SECRET.slice(1)}`,
      "c.bin": randomBytes(1_000_000),
      "d.txt": randomBytes(1_000_000).toString("base64"),
      "e.txt": randomBytes(1_000_000).toString("hex"),
    }),
  ]);
  assert.deepEqual(json.findings, []);
});

test("nothing is skipped silently: sockets, links, unreadable and closed files are named, and the rest is searched", async (t) => {
  const folder = folderOf({
    "leak.js": SECRET,
    "z.zip": Buffer.from("504b030414000000", "hex"),
    "bad.gz": Buffer.from("1f8b0800ffff", "hex"),
    "closed/x.js": SECRET,
    "secret.js": SECRET,
  });
  const outside = folderOf({ "outside.js": SECRET });
  symlinkSync(folder, join(folder, "round"));
  symlinkSync("loop-b", join(folder, "loop-a"));
  symlinkSync("loop-a", join(folder, "loop-b"));
  symlinkSync("nothing", join(folder, "dangling"));
  symlinkSync(outside, join(folder, "shared"));
  linkSync(join(folder, "leak.js"), join(folder, "same.js"));
  const server = createServer().listen(join(folder, "socket"));
  await new Promise((resolve) => server.on("listening", resolve));
  t.after(() => server.close());
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) for (const name of ["closed", "secret.js"]) chmodSync(join(folder, name), 0);
  const { status, json } = await run(["audit", folder, join(folder, "missing")]);
  if (!isRoot) chmodSync(join(folder, "closed"), 0o700);
  assert.equal(status, 1);
  const notes = Object.fromEntries(json.notes.map(({ file, note }) => [file.split("/").at(-1), note]));
  const expected = {
    round: /circle/,
    "loop-a": /circle/,
    "loop-b": /circle/,
    dangling: /to nothing/,
    socket: /socket/,
    missing: /does not exist/,
    "z.zip": /zip archive/,
    "bad.gz": /Z_BUF_ERROR|Z_DATA_ERROR/,
  };
  if (!isRoot) Object.assign(expected, { closed: /EACCES/, "secret.js": /EACCES/ });
  assert.deepEqual(Object.keys(notes).sort(), Object.keys(expected).sort());
  for (const [name, note] of Object.entries(expected)) assert.match(notes[name], note);
  const found = json.findings.map(({ file }) => file.split("/").at(-1));
  assert.deepEqual(
    found.filter((name) => ["leak.js", "same.js", "outside.js"].includes(name)),
    ["leak.js", "outside.js"],
  );
});

test("what could not be read is exit status 3 when nothing else was found", async () => {
  const { status, json } = await run(["audit", folderOf({ "a.js": "1", "z.zip": Buffer.from("504b030414000000", "hex") })]);
  assert.deepEqual([status, json.unread], [3, 1]);
});

test("file names steer no terminal", async () => {
  const name = HOSTILE.replaceAll("/", "");
  const folder = folderOf({ [`${name}.js`]: SECRET, [`${name}.zip`]: Buffer.from("504b030414000000", "hex") });
  for (const terminal of [true, false]) {
    const { status, stdout, stderr } = await run(["audit", folder, join(folder, `${name}.missing`)], { terminal });
    assert.equal(status, 1);
    assert.doesNotMatch(stdout + stderr, RAW);
    assert.ok(!stdout.includes(SECRET));
  }
});

test("a secret that is none is refused: nothing would be found", async () => {
  const { status, stdout, stderr } = await run(["audit", folderOf({})], { secret: "changeme" });
  assert.deepEqual([status, stdout, stderr.split(":")[0]], [1, "", "secret_too_short secret"]);
});

test("100 MB of bundles, maps, images and text take seconds, in little memory", async (t) => {
  const bundle = readFileSync(join(PACKAGE, "browser.js"));
  const files = {};
  for (let index = 0; index < 600; index += 1) files[`js/${index}.js`] = bundle.subarray(0, 100_000);
  for (let index = 0; index < 20; index += 1) files[`img/${index}.png`] = randomBytes(1_000_000);
  files["one.txt"] = randomBytes(15_000_000).toString("base64");
  const folder = folderOf(files);
  const start = performance.now();
  const { status, json } = await run(["audit", folder], { env: { NODE_OPTIONS: "--max-old-space-size=64" } });
  const seconds = (performance.now() - start) / 1000;
  t.diagnostic(`${json.bytes} bytes in ${seconds.toFixed(2)} s`);
  assert.equal(status, 0);
  assert.ok(json.bytes >= 100_000_000);
  assert.ok(seconds < 20, `${seconds} s`);
});
