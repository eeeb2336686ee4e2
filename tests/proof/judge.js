import { NARROWER, NUMBERS, STRICTER } from "./decisions.js";

const isObject = (value) => typeof value === "object" && value !== null;
const equal = (one, other) => one === other;

/** Whether two values are the same JSON: -0 is 0, and the order of names says nothing. */
export function sameJson(one, other, sameNumber = equal) {
  if (typeof one === "number") return sameNumber(one, other);
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(one[name], other[name], sameNumber))
  );
}

/** Whether they are the same, or the peer is known to change such numbers. */
const sameButFor = (numbers, one, other) => numbers !== undefined && sameJson(one, other, numbers.gives);

/** What our verdict on a token and a peer's make of each other: they agree, or a decision knows, or they disagree. */
export function judge(marks, peer, ours, theirs) {
  const isOf = (row) => row.marks.some((mark) => marks.has(mark));
  if (ours.refusal && theirs.refusal) return { agreed: "refused" };
  if (ours.refusal) {
    return {
      decision: STRICTER.find((row) => row.code === ours.refusal.code && row.accepts.includes(peer) && isOf(row)),
    };
  }
  if (theirs.refusal) {
    // Fogbender's backend verifies with it: nothing excuses us for accepting what it refuses.
    if (peer === "erlang-jose") return {};
    return { decision: NARROWER.find((row) => row.refuses.includes(peer) && isOf(row)) };
  }
  if (sameJson(ours.value, theirs.value)) return { agreed: "accepted" };
  const numbers = NUMBERS.find((row) => row.peer === peer);
  return { decision: sameButFor(numbers, ours.value, theirs.value) ? numbers : undefined };
}

/** Times that a signer sets, rounds or leaves out as it likes. */
const OWN_TIMES = { us: ["iat", "exp"], "@node-rs": ["iat"], "fast-jwt": ["iat", "nbf", "exp"] };

/** Whether what we accepted says what its signer was given. */
export function saysWhatWasSigned(signer, given, accepted) {
  const claims = [given, accepted].map((object) => ({ ...object }));
  for (const time of OWN_TIMES[signer] ?? []) for (const object of claims) delete object[time];
  return (
    sameJson(...claims) ||
    sameButFor(
      NUMBERS.find(({ peer }) => peer === signer),
      ...claims,
    )
  );
}
