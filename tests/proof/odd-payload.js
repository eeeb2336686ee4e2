import { nested, oneOf } from "./oddities.js";

/** Payloads: any claims, and half the time something that not every JSON reader takes, or takes alike. */
export function oddPayloads(dice, { object, spaced, value }, claims) {
  const { chance, pick, shuffled } = dice;

  return (marks) => {
    const members = claims.members(marks);
    if (chance(0.55)) return spaced(object(members));
    // Put into the object, at any place.
    const beside = (...more) => object(shuffled([...members, ...more]));
    const repeat = (name, ...values) => `{${values.map((one) => `"${name}":${one}`).join(",")},${beside(["y", "1"]).slice(1)}`;
    return oneOf(dice, marks, {
      "name repeated with the same value": () => repeat("twice", '"x"', '"\\u0078"'),
      "name repeated": () => repeat(pick(["twice", "userId", "alg"]), '"x"', '"y"'),
      "name repeated within a claim": () => beside(["odd", '{"a":1,"a":2}']),
      "lone surrogate": () => beside(["odd", pick(['"\\ud800"', '"\\udc00\\ud800"', '"a\\uDFFF"'])]),
      "lone surrogate within a claim": () => beside(["odd", pick(['["\\ud800"]', '{"\\udfff":1}', '[["a\\ud83d"]]'])]),
      "lone surrogate in a name": () => `{"\\ud800":${value()},${beside(["y", "1"]).slice(1)}`,
      "number beyond doubles": () => beside(["odd", pick(["1e400", "-1e309", "[1.8e308]", "1e99999"])]),
      "time null": () =>
        object([
          ["userId", '"U1"'],
          [pick(["exp", "nbf", "iat"]), "null"],
        ]),
      "nested too deep": () => beside(["odd", nested(dice, pick([32, 33, 100, 2000]))]),
      "nested deep": () => beside(["odd", nested(dice, pick([8, 31]))]),
      "too many names": () => beside(...Array.from({ length: 257 }, (_, index) => [`n${index}`, "0"])),
      "not UTF-8": () => Buffer.from(beside(["odd", '"#"'])).map((byte) => (byte === 0x23 ? pick([0x80, 0xc0, 0xff]) : byte)),
      "surrogate in UTF-8": () =>
        Buffer.concat([Buffer.from('{"odd":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(`",${beside(["y", "1"]).slice(1)}`)]),
      "byte order mark": () => `\ufeff${beside()}`,
      "NaN or Infinity": () => beside(["odd", pick(["NaN", "Infinity", "-Infinity"])]),
      "not JSON": () => {
        const good = beside(["odd", '"x"']);
        return pick([
          `${good.slice(0, -1)},}`,
          `${good}x`,
          `${good}{}`,
          good.slice(0, -1),
          good.replaceAll('"', "'"),
          `//\n${good}`,
          beside(["odd", "01"]),
          beside(["odd", "1."]),
          beside(["odd", ".5"]),
          beside(["odd", "+1"]),
          beside(["odd", "0x1"]),
          beside(["odd", "undefined"]),
          beside(["odd", "True"]),
          beside(["odd", '"\\x41"']),
          beside(["odd", '"\\u12"']),
          "",
          " ",
          beside(["odd", '"a\nb"']),
          beside(["odd", '"\0"']),
          `${good}\0`,
          `${good}\u00a0`,
          `\v${good}`,
          beside(["odd", "1_000"]),
        ]);
      },
      "not an object": () => pick([`[${beside()}]`, '["userId","U1"]', '"U1"', "42", "null", "true", "[]"]),
      __proto__: () => beside(["__proto__", pick(['"x"', "null", '{"admin":true}'])]),
    });
  };
}
