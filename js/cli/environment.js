// What the command line reads from the environment: never from arguments, which process lists and histories show.

export const secret = () => process.env.FOGBENDER_SECRET;

/** The secret before the current one, during and after a reset. */
export const previousSecret = () => process.env.FOGBENDER_SECRET_PREVIOUS || undefined;

/** The secret, and behind it the one before, when there is one; `undefined` without a secret. */
export function secrets() {
  const [current, previous] = [secret(), previousSecret()];
  return current === undefined || previous === undefined ? current : [current, previous];
}
