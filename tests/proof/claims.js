/** What a userJWT may say: claims as members of a JSON text; each oddity leaves the mark that decisions.js knows. */

/** Far enough from any clock that these tests will see. */
const PAST = 1_000_000_000;
const FUTURE = 4_000_000_000;

const OPTIONAL = ["customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];
const NO_TEXT = ["42", "-0", "true", "null", "[]", "{}", '["U1"]'];
const NO_DATE = ['"4000000000"', "true", "[]", "{}", "[4000000000]"];

const asId = (text) => `U${text.replace(/\p{Cc}/gu, "x")}`;
const asName = (text) => `N${text}`;

export function claimsOf({ between, chance, pick, shuffled }, { distinct, string, text, value }) {
  /** What a signer of ours takes: an identity, in which ids have no controls and an email has an @, and claims beside it. */
  const ours = () => {
    const shapes = { userId: asId, customerId: asId, userEmail: (name) => `${name}@${text()}` };
    const fields = ["userId", ...OPTIONAL.filter(() => chance(0.6))].map((name) => [name, (shapes[name] ?? asName)(text())]);
    const own = distinct(between(0, 3)).map((name) => [name, chance(0.1) ? "" : text()]);
    return { identity: Object.fromEntries(shuffled(fields)), own: Object.fromEntries(own) };
  };

  const time = (name, marks) => {
    const good = name === "exp" ? FUTURE : PAST;
    const shapes = [
      () => `${good}`,
      () => `${good}.${between(1, 999_999)}`,
      () => `${good / 1e8}e8`,
      () => `${good}0e-1`,
      () => (marks.add(`${name} in milliseconds`), `${good}000`),
      () => (marks.add(`${name} not a number`), pick(NO_DATE)),
      () => (marks.add(`${name} beyond dates`), pick(["9007199254740993", "1e23", "1e300", "1e-300"])),
      () => (marks.add(`${name} unfulfilled`), name === "exp" ? pick([`${PAST}`, "0", "-1", `${PAST}.5`]) : `${FUTURE}`),
    ];
    return chance(0.6) ? shapes[0]() : pick(shapes)();
  };

  /** Anything that anyone may have signed: most of it good. */
  const members = (marks) => {
    const rare = (mark) => chance(0.015) && marks.add(mark);
    const list = [];
    if (!rare("userId absent")) {
      if (rare("userId not text")) list.push(["userId", pick(NO_TEXT)]);
      else list.push(["userId", rare("userId empty") ? '""' : string(text())]);
    }
    for (const name of OPTIONAL.filter(() => chance(0.4))) {
      list.push([name, rare("identity not text") ? pick(NO_TEXT) : string(chance(0.02) ? "" : text())]);
    }
    for (const name of ["iat", "nbf", "exp"]) if (chance(0.15)) list.push([name, time(name, marks)]);
    for (const name of distinct(chance(0.7) ? between(0, 2) : between(0, 6))) list.push([name, value()]);
    if (rare("sub")) list.push(["sub", string(text())]);
    if (rare("visitor")) list.push(["visitor", pick(["true", "false", '"true"'])]);
    if (rare("aud")) list.push(["aud", pick(['"fogbender"', '["fogbender"]'])]);
    if (rare("iss or jti not text")) list.push([pick(["iss", "jti"]), pick(["42", "true", "null"])]);
    return shuffled(list);
  };

  return { ours, members };
}
