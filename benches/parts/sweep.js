// How time grows: with the size of the claims, and with the number of calls.
import assert from "node:assert/strict";
import { contenders } from "../libraries.js";
import { batch, measure, median } from "../measure.js";
import { claimsOf, identity } from "../payload.js";
import { signedClaims } from "../prove.js";

const SIZES = [60, 130, 300, 600, 1000, 2000, 4000, 8000, 16_000];
/** Ours, by hand, and the quickest libraries. */
const NAMES = ["fogbender-token", "by hand", "@node-rs/jsonwebtoken", "fast-jwt"];
const [OWN, ...OTHERS] = NAMES;

/** All sizes of all contenders in turns; gives the time of one of them. */
async function bySize(all, pace, progress) {
  const batches = {};
  for (const bytes of SIZES) {
    const claims = claimsOf(bytes);
    assert.equal(JSON.stringify(claims).length, bytes);
    for (const name of NAMES) {
      const sign = all[name].signingOf?.(claims) ?? (() => all[name].sign(claims));
      const { iat, ...signed } = signedClaims(sign());
      assert.deepEqual(signed, claims);
      batches[`${name} ${bytes}`] = batch(sign);
    }
  }
  const times = await measure(batches, pace, progress);
  return (name, bytes) => median(times[`${name} ${bytes}`]);
}

/** The time per call when so many are made in a row, a thousand's being 1. */
async function byCalls(calls, counts, rounds) {
  const batches = Object.fromEntries(counts.map((count) => [count, () => calls(count)]));
  const times = await measure(batches, { rounds, count: 1 });
  const perCall = (count) => median(times[count]) / count;
  return new Map(counts.map((count) => [count, perCall(count) / perCall(1000)]));
}

export async function run({ quick, progress }) {
  const all = await contenders();
  const pace = { rounds: quick ? 20 : 300, milliseconds: 2 };
  const time = await bySize(all, pace, (share) => progress(share / 2, "sizes"));

  const sign = batch(() => all[OWN].sign(identity));
  sign(100_000);
  progress(0.5, "few calls in a row");
  const few = await byCalls(sign, [1, 10, 100, 1000], quick ? 50 : 500);
  progress(0.6, "many calls in a row");
  const many = await byCalls(sign, quick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000], quick ? 3 : 7);
  const perCall = new Map([...few, ...many]);

  return {
    tables: [
      {
        title: "Signing, by the bytes of the claims as JSON: how many times as fast fogbender-token is",
        columns: SIZES,
        rows: OTHERS.map((name) => [name, ...SIZES.map((bytes) => time(name, bytes) / time(OWN, bytes))]),
      },
      {
        title: "Time per token, by the bytes of its claims as JSON; fogbender-token's first is 1",
        columns: SIZES,
        rows: NAMES.map((name) => [name, ...SIZES.map((bytes) => time(name, bytes) / time(OWN, SIZES[0]))]),
      },
      {
        title: "Time per call of sign, by the number of calls in a row; a thousand's is 1",
        columns: [...perCall.keys()],
        rows: [[OWN, ...perCall.values()]],
      },
    ],
  };
}
