import { random } from "../js/random.js";
import { claimsOf } from "./claims.js";
import { jsonTexts } from "./json-text.js";
import { rawTokens } from "./raw-token.js";

/** Times that hold whenever this runs. */
const OPTIONS = [{ issuedAt: false }, { issuedAt: 1_000_000_000 }, { expiresInSeconds: 86_400 }];

/**
 * The cases of one seed, one after the other. A case is signed by us (`identity`) or by a peer (`claims`, a JSON text),
 * or has its token by hand (`jwt`); `marks` name what is odd in it.
 */
export function* generate(seed, signers) {
  const dice = random(seed);
  const texts = jsonTexts(dice);
  const claims = claimsOf(dice, texts);
  const raw = rawTokens(dice, texts, claims);
  for (let index = 0; ; index += 1) {
    const marks = new Set();
    if (dice.chance(0.2)) yield { index, marks, by: "us", ...claims.ours(), options: dice.pick(OPTIONS) };
    else if (dice.chance(0.4)) yield { index, marks, by: dice.pick(signers), claims: texts.object(claims.members(marks)) };
    else yield { index, marks, by: "hand", jwt: raw(marks) };
  }
}
