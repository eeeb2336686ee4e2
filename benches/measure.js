// Times cases in turns, so that whatever else the machine does falls on all of them. Runs in every runtime.

/** How many calls of an asynchronous function are under way at once: as on a server, and quicker than one by one. */
const IN_FLIGHT = 16;

/** A case as a batch: calls a function, synchronous or not, `count` times. */
export function batch(call) {
  if (call() instanceof Promise) {
    return async (count) => {
      for (let left = count; left > 0; left -= IN_FLIGHT) {
        await Promise.all(Array.from({ length: Math.min(left, IN_FLIGHT) }, call));
      }
    };
  }
  let kept;
  return (count) => {
    for (let at = 0; at < count; at += 1) kept = call();
    return kept;
  };
}

/** How long each case runs before it counts, for the compilers, WebAssembly's too, to be done with it. */
const WARM_UP_MILLISECONDS = 300;

/**
 * Runs each batch once in each round, in a new random order each time; gives each one's time per call, by round. A
 * batch makes `count` calls, or as many as take it about `milliseconds`.
 */
export async function measure(batches, { rounds, milliseconds, count }, progress = () => {}) {
  const cases = [];
  for (const [name, run] of Object.entries(batches)) {
    cases.push({ name, run, count: count ?? (await countFor(run, milliseconds)), times: [] });
  }
  const all = rounds + (count === undefined ? Math.ceil(WARM_UP_MILLISECONDS / milliseconds) : 1);
  for (let round = 1; round <= all; round += 1) {
    for (const one of shuffled(cases)) one.times.push((await timed(one.run, one.count)) / one.count);
    progress(round / all);
  }
  for (const one of cases) one.times.splice(0, all - rounds);
  return Object.fromEntries(cases.map(({ name, times }) => [name, times]));
}

async function timed(run, count) {
  const started = performance.now();
  await run(count);
  return performance.now() - started;
}

/** Twice as many calls each time, until a batch is long enough: twice in a row, because one may have been held up. */
async function countFor(run, milliseconds) {
  for (let count = 1; ; count *= 2) {
    const took = Math.min(await timed(run, count), await timed(run, count));
    if (took >= milliseconds) return Math.max(1, Math.round((count * milliseconds) / took));
  }
}

function shuffled(list) {
  const keyed = list.map((item) => [Math.random(), item]);
  return keyed.sort(([one], [other]) => one - other).map(([, item]) => item);
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** How many times as long as `own` each case takes: the ratio of the medians. */
export function ratios(times, own) {
  return Object.fromEntries(Object.keys(times).map((name) => [name, median(times[name]) / median(times[own])]));
}

/** How far, as a share of it, a half of the rounds lies from the ratio that they give: the widest of all cases. */
export function spread(times, own) {
  const quartile = (numbers, share) => [...numbers].sort((one, other) => one - other)[Math.floor(share * (numbers.length - 1))];
  return Math.max(
    ...Object.values(times).map((all) => {
      const found = all.map((time, round) => time / times[own][round]);
      return (quartile(found, 0.75) - quartile(found, 0.25)) / 2 / median(found);
    }),
  );
}
