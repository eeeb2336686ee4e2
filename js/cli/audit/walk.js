import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/**
 * `note` says why it is no file that can be read; `unread`: it could hold something.
 * @typedef {{ path: string, size: number, note?: undefined } | { path: string, note: string, unread?: boolean }} Entry
 */

/**
 * Every file under the paths, once, and a note for whatever is no file that can be read. Links are followed, because a web
 * server follows them too; one to a folder around itself is not, because what is there is read anyway.
 * @param {string[]} paths
 * @returns {Generator<Entry>}
 */
export function* walk(paths) {
  /** @type {Set<string>} */
  const seen = new Set();
  for (const path of paths) yield* entry(path, seen, []);
}

/**
 * @param {string} path
 * @param {Set<string>} seen
 * @param {string[]} around
 * @returns {Generator<Entry>}
 */
function* entry(path, seen, around) {
  let stats;
  let real;
  try {
    stats = statSync(path, { bigint: true });
    real = realpathSync(path);
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  if (stats.isDirectory()) {
    const holdsIt = around.some((folder) => folder === real || folder.startsWith(real.endsWith(sep) ? real : real + sep));
    if (holdsIt) yield { path, note: "a link in a circle, which was not followed again" };
    else yield* folder(path, real, seen, around);
    return;
  }
  if (!stats.isFile()) yield { path, note: "a socket, a pipe or a device, which was not opened" };
  else if (isNew(seen, `${stats.dev}:${stats.ino}`)) yield { path, size: Number(stats.size) };
}

/**
 * @param {string} path
 * @param {string} real
 * @param {Set<string>} seen
 * @param {string[]} around
 * @returns {Generator<Entry>}
 */
function* folder(path, real, seen, around) {
  if (!isNew(seen, real)) return;
  let names;
  try {
    names = readdirSync(path).sort();
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  for (const name of names) yield* entry(join(path, name), seen, [...around, real]);
}

/**
 * @param {Set<string>} seen
 * @param {string} key
 */
function isNew(seen, key) {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/**
 * @param {string} path
 * @param {unknown} error
 * @returns {Entry}
 */
function unreadable(path, error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "ELOOP") return { path, note: "links in a circle, which lead to no file" };
  if (code === "ENOENT" && isLink(path)) return { path, note: "a link to nothing" };
  return { path, note: code === "ENOENT" ? "does not exist" : `cannot be read (${code})`, unread: true };
}

/** @param {string} path */
function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
