import { nested, oneOf } from "./oddities.js";

/** Headers: mostly one that everyone takes, else with a name, a value or a spelling that somebody may not. */
export function oddHeaders(dice, { object, spaced, string, text, value }) {
  const { chance, pick, shuffled } = dice;

  const plainHeader = () => pick(['{"alg":"HS256","typ":"JWT"}', '{"typ":"JWT","alg":"HS256"}', '{"alg":"HS256"}']);
  return (marks) => {
    if (chance(0.6)) return plainHeader();
    const beside = (...more) => object(shuffled([["alg", '"HS256"'], ["typ", '"JWT"'], ...more]));
    return oneOf(dice, marks, {
      "header spelled otherwise": () => spaced(beside()),
      "typ otherwise": () =>
        object(
          shuffled([
            ["alg", '"HS256"'],
            ["typ", pick(['"jwt"', '"at+jwt"', '""', '"JOSE"'])],
          ]),
        ),
      "typ not text": () =>
        object([
          ["alg", '"HS256"'],
          ["typ", pick(["null", "1", "[]", '["JWT"]'])],
        ]),
      kid: () => beside(["kid", pick(['""', '"1"', '"../../dev/null"', string(text())])]),
      "kid not text": () => beside(["kid", pick(["1", "null", '{"a":1}'])]),
      "header with more": () =>
        beside(
          ...pick([[["cty", '"JWT"']], [["x", value()]], [["jku", '"https://example.com/k"']], [["zip", '"DEF"']], [["enc", '"A128GCM"']]]),
        ),
      jwk: () => beside(["jwk", '{"kty":"oct","k":"AAAA"}']),
      crit: () =>
        beside(
          ...pick([
            [["crit", '["exp"]']],
            [
              ["crit", '["x"]'],
              ["x", "1"],
            ],
            [
              ["crit", '["b64"]'],
              ["b64", "true"],
            ],
          ]),
        ),
      "crit empty": () => beside(["crit", pick(["[]", '""', "null", "false"])]),
      "b64 true": () => beside(["b64", "true"]),
      b64: () => beside(["b64", pick(["false", "1", "null", '"false"'])]),
      "another alg": () =>
        object([
          ["typ", '"JWT"'],
          [
            "alg",
            pick(['"none"', '"NONE"', '"nOnE"', '"HS384"', '"HS512"', '"RS256"', '"hs256"', '"HS256 "', '""', "null", "256", '["HS256"]']),
          ],
        ]),
      "no alg": () => '{"typ":"JWT"}',
      "alg repeated": () =>
        pick(['{"alg":"none","alg":"HS256"}', '{"alg":"HS256","alg":"none"}', '{"alg":"HS512","typ":"JWT","alg":"HS256"}']),
      "header name repeated": () => '{"alg":"HS256","kid":"a","kid":"b"}',
      "header name repeated with the same value": () => '{"alg":"HS256","typ":"JWT","alg":"HS256"}',
      "lone surrogate in the header": () =>
        beside(
          pick([
            ["x", '"\\ud800"'],
            ["x", '["\\udfff"]'],
            ["kid", '"\\ud800"'],
          ]),
        ),
      "number beyond doubles in the header": () => beside(["x", pick(["1e400", "[-1e309]"])]),
      "byte order mark in the header": () => `\ufeff${beside()}`,
      "header not UTF-8": () => Buffer.from(beside(["x", '"#"'])).map((byte) => (byte === 0x23 ? 0xff : byte)),
      "NaN in the header": () => beside(["x", "NaN"]),
      "header not JSON": () => pick(["", "HS256", '{"alg":"HS256"', '{"alg":"HS256",}', "{'alg':'HS256'}", '{"alg":"HS256"}x']),
      "header not an object": () => pick(['["HS256"]', '"HS256"', "null", "[]"]),
      "header nested too deep": () => beside(["x", nested(dice, pick([32, 200]))]),
    });
  };
}
