import { createHmac } from "node:crypto";
import { SECRET } from "./by-hand.js";
import { oddHeaders } from "./odd-header.js";
import { oddPayloads } from "./odd-payload.js";
import { oneOf } from "./oddities.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Tokens by hand: a right HMAC over odd bytes, or right bytes bent afterwards; each oddity leaves its mark. */
export function rawTokens(dice, texts, claims) {
  const { below, between, chance, pick } = dice;
  const header = oddHeaders(dice, texts);
  const payload = oddPayloads(dice, texts, claims);

  const insert = (part, characters) => {
    const at = below(part.length + 1);
    return part.slice(0, at) + characters + part.slice(at);
  };
  /** Another text that a lenient decoder reads as the same bytes, or nearly. */
  const bend = (part, marks) =>
    oneOf(dice, marks, {
      padding: () => part.padEnd(Math.ceil(part.length / 4) * 4 + (part.length % 4 === 0 ? 4 : 0), "="),
      "unused bits": () => {
        const last = ALPHABET.indexOf(part.at(-1));
        return part.length % 4 < 2 ? `${part}A` : part.slice(0, -1) + ALPHABET[last + 1];
      },
      "standard alphabet": () => part.replaceAll("-", "+").replaceAll("_", "/"),
      whitespace: () => insert(part, pick([" ", "\n", "\t", "\r\n"])),
      "foreign character": () => insert(part, pick(["!", "$", "é", "\0", "😀", "%3D", "=A", "\u2028"])),
      "one character more": () => insert(part, pick([..."AZaz09-_"])),
      "one character less": () => part.slice(0, -1),
      "empty part": () => "",
    });

  const mac = (input, algorithm = "sha256", key = SECRET) => createHmac(algorithm, key).update(input).digest("base64url");

  const signature = (input, marks) => {
    if (chance(0.9)) return mac(input);
    return oneOf(dice, marks, {
      "another key": () => mac(input, "sha256", pick(["", SECRET.toLowerCase(), `${SECRET}\n`, Buffer.from(SECRET, "base64")])),
      "another hash": () => mac(input, pick(["sha384", "sha512", "sha1"])),
      "signature cut": () => Buffer.from(mac(input), "base64url").subarray(0, between(1, 31)).toString("base64url"),
      "signature longer": () => Buffer.concat([Buffer.from(mac(input), "base64url"), Buffer.alloc(between(1, 32))]).toString("base64url"),
      "no signature": () => "",
      "bit flipped": () => {
        const bytes = Buffer.from(mac(input), "base64url");
        bytes[below(32)] ^= 1 << below(8);
        return bytes.toString("base64url");
      },
    });
  };

  const whole = (jwt, marks) => {
    if (chance(0.92)) return jwt;
    const [first, second, third] = jwt.split(".");
    return oneOf(dice, marks, {
      "whitespace around": () => pick([` ${jwt}`, `${jwt} `, `${jwt}\n`, `${jwt}\r\n`, `\t${jwt}`]),
      "something around": () => pick([`${jwt}.`, `.${jwt}`, `Bearer ${jwt}`, `"${jwt}"`, `${jwt}\0`, `${jwt}.${third}`, `\ufeff${jwt}`]),
      "parts otherwise": () => pick([`${first}.${second}`, first, "", "..", `${second}.${first}.${third}`, `${first}..${third}`]),
      "JSON serialization": () => JSON.stringify({ payload: second, protected: first, signature: third }),
      "too large": () => {
        const input = `${first}.${Buffer.from(`{"userId":"${"U".repeat(49_200)}"}`).toString("base64url")}`;
        return `${input}.${mac(input)}`;
      },
    });
  };

  return (marks) => {
    const parts = [header(marks), payload(marks)].map((part) => Buffer.from(part).toString("base64url"));
    const bent = chance(0.12) ? below(2) : -1;
    if (bent >= 0 && chance(0.5)) {
      // Signed as it is bent.
      parts[bent] = bend(parts[bent], marks);
      const input = parts.join(".");
      return whole(`${input}.${signature(input, marks)}`, marks);
    }
    const right = signature(parts.join("."), marks);
    if (bent >= 0) parts[bent] = (marks.add("bent after signing"), bend(parts[bent], marks));
    return whole([...parts, chance(0.06) ? bend(right, marks) : right].join("."), marks);
  };
}
