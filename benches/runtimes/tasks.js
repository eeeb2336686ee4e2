// What every runtime is asked to do: ours, by hand and jose, proven first.
import * as fogbenderToken from "fogbender-token";
import * as joseLibrary from "jose";
import { hand, jose, ours } from "../contenders.js";
import { batch } from "../measure.js";
import { identity } from "../payload.js";
import { prove, timedUserJWT } from "../prove.js";

/** For each task each contender's batch. */
export async function tasks() {
  const contenders = { "fogbender-token": ours(fogbenderToken), "by hand": hand(), jose: await jose(joseLibrary) };
  for (const contender of Object.values(contenders)) await prove(contender);
  const userJWT = timedUserJWT();
  const each = (call) => Object.fromEntries(Object.entries(contenders).map(([name, one]) => [name, batch(() => call(one))]));
  return {
    sign: each((one) => one.sign(identity)),
    "sign with iat and exp": each((one) => one.signTimed(identity)),
    "verify with exp": each((one) => one.verify(userJWT)),
  };
}
