/** JSON as text, with its corners: every plane, every spelling of a string, numbers at the edges. */

/** Where UTF-8, UTF-16 and JSON change their ways. */
const ALPHABETS = [
  [[0x20, 0x7e]],
  [[0x00, 0x1f]],
  [
    [0x22, 0x22],
    [0x5c, 0x5c],
    [0x2f, 0x2f],
  ],
  [
    [0x7f, 0xa0],
    [0x7ff, 0x800],
  ],
  [
    [0x2028, 0x2029],
    [0xd7ff, 0xd7ff],
    [0xe000, 0xe000],
    [0xfeff, 0xfeff],
    [0xfffd, 0xffff],
  ],
  ...Array.from({ length: 16 }, (_, plane) => [[(plane + 1) * 0x10000, (plane + 1) * 0x10000 + 0xffff]]),
];

const NUMBERS = [
  "0",
  "-0",
  "-0.0",
  "1",
  "-1",
  "42",
  "0.1",
  "-1.5e-7",
  "1e5",
  "1E+5",
  "10e-1",
  "123456789.123456789",
  "0e1",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "-9007199254740991",
  "-9007199254740993",
  "4294967296",
  "9223372036854775807",
  "9223372036854775808",
  "18446744073709551615",
  "18446744073709551616",
  "123456789012345678901234567890",
  "1e21",
  "1e22",
  "1e23",
  "5e-324",
  "2.2250738585072014e-308",
  "1.7976931348623157e308",
];

/** Names that an object of some language has a use of its own for, and names that JavaScript puts first. */
const NAMES = ["0", "1", "10", "007", "-1", "4294967295", "", " ", "constructor", "toString", "id", "id ", "Id"];

const SHORT = { '"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

export function jsonTexts({ below, between, chance, pick, shuffled }) {
  const text = (length = between(1, chance(0.05) ? 600 : 20)) => {
    const alphabets = chance(0.5) ? ALPHABETS : [pick(ALPHABETS)];
    return String.fromCodePoint(...Array.from({ length }, () => between(...pick(pick(alphabets)))));
  };

  const escaped = (unit) => {
    const hex = unit.charCodeAt(0).toString(16).padStart(4, "0");
    return `\\u${chance(0.5) ? hex : hex.toUpperCase()}`;
  };
  const spelled = (character) => {
    if (chance(0.15)) return character.split("").map(escaped).join("");
    if (SHORT[character] !== undefined && (character !== "/" || chance(0.5))) return SHORT[character];
    return character < " " ? escaped(character) : character;
  };
  /** One of the many spellings of a string. */
  const string = (value) => `"${Array.from(value, spelled).join("")}"`;

  const space = () => (chance(0.9) ? "" : pick([" ", "\n", "\t", "\r\n", "  "]));
  const spaced = (token) => space() + token + space();

  const object = (members) => `{${members.map(([name, value]) => `${spaced(string(name))}:${spaced(value)}`).join(",") || space()}}`;
  const array = (items) => `[${items.map(spaced).join(",") || space()}]`;

  const name = () => (chance(0.3) ? pick(NAMES) : `x${text(between(0, 8))}`);
  const distinct = (count) => [...new Set(Array.from({ length: count }, name))];

  /** Any value but those that no double or no UTF-8 holds. */
  const value = (depth = 2) => {
    if (depth > 0 && chance(0.15)) return array(Array.from({ length: below(4) }, () => value(depth - 1)));
    if (depth > 0 && chance(0.15)) return object(distinct(below(4)).map((own) => [own, value(depth - 1)]));
    return pick([() => string(text(below(12))), () => pick(NUMBERS), () => pick(["true", "false", "null"])])();
  };

  return { array, distinct, object, shuffled, spaced, string, text, value };
}
