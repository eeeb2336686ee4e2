// JSON that people type or paste: read strictly, and what is wrong with it is said with its line and column.
// JSON.parse's own messages differ from runtime to runtime, quote what they were given, and take a name twice.
import { failure } from "../core/error.js";
import { shownName } from "../core/kinds.js";

const MAX_DEPTH = 32;
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/**
 * The object in a text.
 * @param {string} text
 * @returns {Record<string, unknown>}
 * @throws {FogbenderTokenError} `not_an_object` or `name_repeated`, with line and column
 */
export function readObject(text) {
  if (text === "") throw failure("not_an_object", undefined, "The input is empty. Give a JSON object on standard input or in a file.");
  new Walk(text).whole();
  const value = JSON.parse(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw failure("not_an_object", undefined, 'The input is JSON, but not an object. Give an object such as {"userId": "U1", …}.');
}

/** Goes through a JSON text once, and stops at the first character that JSON cannot have there. */
class Walk {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  whole() {
    this.value(0);
    if (this.at < this.text.length) this.refuse(`The input goes on behind its JSON at ${this.place()}. Take away what stands there.`);
  }

  /** @param {number} depth */
  value(depth) {
    if (depth > MAX_DEPTH) this.refuse(`The input is nested deeper than ${MAX_DEPTH} levels at ${this.place()}. Make it flatter.`);
    this.take(SPACE);
    const open = this.text[this.at];
    if (open === "{") this.members(depth, "}", new Set());
    else if (open === "[") this.members(depth, "]", undefined);
    else if (!this.take(STRING) && !this.take(OTHER)) {
      if (open === '"')
        this.refuse(`The text at ${this.place()} has no closing quote, or a line break or a wrong escape in it. Correct it.`);
      this.wrong("a value");
    }
    this.take(SPACE);
  }

  /**
   * @param {number} depth
   * @param {string} close
   * @param {Set<string>} [names]
   */
  members(depth, close, names) {
    this.at += 1;
    this.take(SPACE);
    if (this.skip(close)) return;
    do {
      this.take(SPACE);
      if (this.text[this.at] === close) this.refuse(`The input stops being JSON at ${this.place()}. Remove the comma before "${close}".`);
      if (names !== undefined) this.name(names);
      this.value(depth + 1);
    } while (this.skip(","));
    if (!this.skip(close)) this.wrong(`"," or "${close}"`);
  }

  /** @param {Set<string>} names */
  name(names) {
    const place = this.place();
    const start = this.at;
    if (!this.take(STRING)) this.wrong("a name in double quotes");
    const name = JSON.parse(this.text.slice(start, this.at));
    if (names.has(name)) {
      throw failure(
        "name_repeated",
        shownName(name),
        `${shownName(name)} stands twice in one object, the second time at ${place}. Keep one of them.`,
      );
    }
    names.add(name);
    this.take(SPACE);
    if (!this.skip(":")) this.wrong('":"');
  }

  /** @param {RegExp} pattern */
  take(pattern) {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  /** @param {string} character */
  skip(character) {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  place() {
    const before = this.text.slice(0, this.at);
    return `line ${before.split("\n").length}, column ${this.at - before.lastIndexOf("\n")}`;
  }

  /** @param {string} expected */
  wrong(expected) {
    if (this.at < this.text.length) this.refuse(`The input stops being JSON at ${this.place()}. Write ${expected} there.`);
    this.refuse(`The input ends at ${this.place()}, where ${expected} must stand. It was probably cut off, so give all of it.`);
  }

  /**
   * @param {string} message
   * @returns {never}
   */
  refuse(message) {
    throw failure("not_an_object", undefined, message);
  }
}
