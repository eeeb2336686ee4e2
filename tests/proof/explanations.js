/** Holds `explain` against erlang-jose, which Fogbender's backend verifies with, and the login written once more behind it. */
import { Signer } from "fogbender-token";
import { random } from "../js/random.js";
import { SECRET } from "./by-hand.js";
import { STRICTER } from "./decisions.js";
import { login, tokenFor } from "./login.js";
import { grouped } from "./tally.js";

const signer = new Signer(SECRET);

/** Longer input is refused before it is read. */
const LONGEST = 60_000;

export class Explanations {
  #dice;
  #counts = new Map();

  constructor(seed) {
    this.#dice = random(seed);
  }

  #count(what) {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** What speaks against an explanation of a case, if anything does. */
  compare({ marks, jwt }, { refusal, value }) {
    if (jwt.length > LONGEST) return undefined;
    const token = tokenFor(jwt, value, this.#dice);
    const { verdict, steps, reasons, fields } = signer.explain(JSON.stringify(token));
    const ends = steps.at(-1).step;
    const expected = login(token, refusal ? undefined : value);
    const said = `${verdict} at ${ends} (${reasons.map(({ code }) => code)})`;
    if (verdict === expected.verdict && ends === expected.ends) {
      this.#count(`${verdict} at ${ends}`);
      return undefined;
    }
    const isOf = (row) => row.code === reasons[0]?.code && row.accepts.includes("erlang-jose") && row.marks.some((mark) => marks.has(mark));
    if (verdict === "refused" && ends === "user_jwt" && STRICTER.some(isOf) && !Object.values(fields).includes("signed")) {
      this.#count("stricter by decision");
      return undefined;
    }
    return `explain said ${said}, and the login ends ${expected.verdict} at ${expected.ends}`;
  }

  /** The ways to end that no case met. */
  unmet() {
    const ways = ["accepted at account", "crashes at account", "refused at claims", "refused at user_jwt", "stricter by decision"];
    return ways.filter((way) => !this.#counts.has(way)).map((way) => `an explanation that is ${way}`);
  }

  lines() {
    return ["", "explain against erlang-jose and the login:", ...[...this.#counts].map(([what, count]) => `  ${what}: ${grouped(count)}`)];
  }
}
