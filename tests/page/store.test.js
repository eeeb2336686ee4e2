// createTokenStore, with endpoints that answer when the test says so.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mock, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createTokenStore, FogbenderTokenError } from "fogbender-token/page";
import { Signer } from "fogbender-token";
import { alice, bob, widgetId } from "./backend.js";

const signer = new Signer("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO");
const tokenOf = (person, options) => signer.token(person, { widgetId, ...options });
const answerOf = (person, options) => Response.json({ token: tokenOf(person, options) });
const refused = () => Response.json({ error: { code: "not_signed_in", message: "Nobody is signed in." } }, { status: 401 });

/** A store, what its listener saw, and its requests: each is answered when the test calls `answer` or `fail`. */
function storeWith(options) {
  const requests = [];
  const fetch = (url, { signal }) => new Promise((answer, fail) => requests.push({ signal, answer, fail }));
  const store = createTokenStore("/fogbender-signatures", { fetch, ...options });
  const seen = [];
  const unsubscribe = store.subscribe(() => seen.push(store.get()));
  return { store, requests, seen, unsubscribe };
}

const summary = (snapshots) => snapshots.map(({ status, token, error }) => [status, token?.userId, error?.code].filter(Boolean).join(" "));

/** Errors are told on the console; here they are expected. */
const told = mock.method(console, "error", () => {});

test("the first listener starts the one request, and the snapshot is the same until something changes", async () => {
  const { store, requests, seen } = storeWith();
  store.subscribe(() => {});
  const loading = store.get();
  assert.deepEqual(loading, { status: "loading" });
  await turn();
  assert.equal(store.get(), loading);
  assert.equal(requests.length, 1);
  requests[0].answer(answerOf(alice));
  await turn();
  assert.deepEqual(summary(seen), ["ready U1"]);
  assert.equal(store.get(), seen[0]);
  assert.ok(!Object.isFrozen(store.get().token), "the widget writes into it");
});

test("nobody is asked before there is a listener, and StrictMode's second subscription makes no second request", async () => {
  let asked = 0;
  const store = createTokenStore("/x", { fetch: async () => (asked++, answerOf(alice)) });
  await turn();
  assert.equal(asked, 0);
  store.subscribe(() => {})();
  await turn();
  assert.equal(asked, 0);
  store.subscribe(() => {})();
  store.subscribe(() => {});
  await turn();
  assert.equal(asked, 1);
});

test("clear drops the token at once, aborts what runs, and asks nothing", async () => {
  const { store, requests, seen } = storeWith();
  await turn();
  requests[0].answer(answerOf(alice));
  await turn();
  store.refresh();
  store.clear();
  assert.deepEqual(store.get(), { status: "signed-out" });
  assert.ok(requests[1].signal.aborted);
  requests[1].answer(answerOf(alice));
  await turn();
  assert.deepEqual(summary(seen), ["ready U1", "signed-out"]);
  assert.equal(requests.length, 2);
});

test("another user: the old token is gone at once, and the late answer of the earlier one is thrown away", async () => {
  const { store, requests, seen } = storeWith();
  await turn();
  store.clear();
  store.refresh();
  requests[1].answer(answerOf(bob));
  await turn();
  requests[0].answer(answerOf(alice));
  await turn();
  assert.deepEqual(summary(seen), ["signed-out", "loading", "ready U2"]);
  assert.ok(requests[0].signal.aborted);
});

test("refresh keeps the token until the answer, aborts the request before it, and resolves when the answer is there", async () => {
  const { store, requests, seen } = storeWith();
  await turn();
  requests[0].answer(answerOf(alice));
  await turn();
  store.refresh();
  const refreshed = store.refresh();
  assert.equal(store.get().status, "ready");
  assert.deepEqual(
    requests.map(({ signal }) => signal.aborted),
    [false, true, false],
  );
  requests[2].answer(answerOf(alice));
  await refreshed;
  assert.deepEqual(summary(seen), ["ready U1", "ready U1"]);
  assert.notEqual(seen[0].token, seen[1].token);
});

test("a session that has ended takes the token away, and so does every error of the endpoint's", async () => {
  for (const [answer, state] of [
    [refused(), "signed-out"],
    [Response.json({ error: { code: "session_mismatch", message: "Another organization." } }, { status: 403 }), "error session_mismatch"],
    [new Response("<html>"), "error endpoint_not_json"],
    [Response.json({ token: { ...tokenOf(alice), userEmail: undefined } }), "error field_missing"],
  ]) {
    const { store, requests, seen } = storeWith();
    await turn();
    requests[0].answer(answerOf(alice));
    await turn();
    store.refresh();
    requests[1].answer(answer);
    await turn();
    assert.deepEqual(summary(seen), ["ready U1", state]);
  }
});

test("without network for a moment, the token stays and the error is beside it; the first token needs the network", async () => {
  const { store, requests, seen } = storeWith();
  await turn();
  requests[0].fail(new TypeError("Failed to fetch"));
  await turn();
  store.refresh();
  requests[1].answer(answerOf(alice));
  await turn();
  store.refresh();
  requests[2].fail(new TypeError("Failed to fetch"));
  await turn();
  store.refresh();
  requests[3].answer(answerOf(alice));
  await turn();
  assert.deepEqual(summary(seen), ["error endpoint_unreachable", "loading", "ready U1", "ready U1 endpoint_unreachable", "ready U1"]);
  assert.ok(seen[0].error instanceof FogbenderTokenError);
});

test("the last listener that leaves aborts the request; its answer changes nothing, and a new listener asks again", async () => {
  const { store, requests, unsubscribe } = storeWith();
  await turn();
  unsubscribe();
  unsubscribe();
  assert.ok(requests[0].signal.aborted);
  requests[0].answer(answerOf(alice));
  await turn();
  assert.equal(store.get().status, "loading");
  store.subscribe(() => {});
  await turn();
  assert.equal(requests.length, 2);
});

test("an error is told once on the console, and in production not at all", async () => {
  const fail = async () => {
    const { requests } = storeWith();
    await turn();
    requests[0].answer(Response.json({ error: { code: "internal", message: "Only here." } }));
    await turn();
  };
  const tellings = () => told.mock.calls.filter(({ arguments: [error] }) => error.message === "Only here.").length;
  process.env.NODE_ENV = "production";
  await fail();
  assert.equal(tellings(), 0);
  delete process.env.NODE_ENV;
  await fail();
  await fail();
  assert.equal(tellings(), 1);
});

test("what fetch would not take is an error of the request, with the option's name", async () => {
  const store = createTokenStore("/x", { credentials: "sometimes" });
  await store.refresh();
  const { status, error } = store.get();
  assert.deepEqual([status, error.code, error.field], ["error", "option_invalid", "credentials"]);
});

test("wrong options are refused at once", () => {
  const codeOf = (...given) => {
    try {
      createTokenStore(...given);
      return undefined;
    } catch (error) {
      return `${error.code} ${error.field}`;
    }
  };
  assert.equal(codeOf(undefined), "option_invalid url");
  assert.equal(codeOf(42), "option_invalid url");
  assert.equal(codeOf("/x", null), "not_an_object options");
  assert.equal(codeOf("/x", { signal: AbortSignal.timeout(1) }), "option_unknown signal");
  for (const refreshBeforeSeconds of [-1, NaN, "60", null, {}])
    assert.equal(codeOf("/x", { refreshBeforeSeconds }), "option_invalid refreshBeforeSeconds");
  assert.equal(codeOf("/x", { refreshBeforeSeconds: 60, credentials: undefined }), undefined);
});

/** Runs with a clock that the test moves; gives how many requests were made after so many seconds each. */
async function requestsAt(times, options, answer) {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.now() });
  try {
    const { requests, unsubscribe } = storeWith(options);
    const counts = [];
    for (const seconds of [0, ...times]) {
      mock.timers.tick(seconds * 1000);
      await turn();
      counts.push(requests.length);
      requests.at(-1).answer(answer(requests.length));
      await turn();
    }
    unsubscribe();
    return counts;
  } finally {
    mock.timers.reset();
  }
}

test("a fresh token is asked for before exp, when it is wished", async () => {
  const answer = () => answerOf(alice, { expiresInSeconds: 300 });
  assert.deepEqual(await requestsAt([239, 2, 239, 2], { refreshBeforeSeconds: 60 }, answer), [1, 1, 2, 2, 3]);
  assert.deepEqual(await requestsAt([1000], {}, answer), [1, 1]);
});

test("an expiry in months does not overflow the timer, and one that has passed is not asked for again and again", async () => {
  const months = () => answerOf(alice, { expiresInSeconds: 90 * 86_400 });
  const day = 86_400;
  assert.deepEqual(await requestsAt([1, day, 88 * day, 2 * day], { refreshBeforeSeconds: 60 }, months), [1, 1, 1, 1, 2]);
  const passed = () => answerOf(alice, { expiresInSeconds: 1, issuedAt: 1_000_000_000 });
  assert.deepEqual(await requestsAt([1, 28, 2], { refreshBeforeSeconds: 60 }, passed), [1, 1, 1, 2]);
});

test("the page's clock may be wrong: what counts is the time between iat and exp", async () => {
  const wrong = () => answerOf(alice, { expiresInSeconds: 300, issuedAt: Math.floor(Date.now() / 1000) - 100_000 });
  assert.deepEqual(await requestsAt([239, 2], { refreshBeforeSeconds: 60 }, wrong), [1, 1, 2]);
});

test("a userJWT without exp, or that cannot be read, is never due", async () => {
  const odd = (userJWT) => () => Response.json({ token: { ...tokenOf(alice), userJWT } });
  const payload = (json) => odd(`e30.${Buffer.from(json).toString("base64url")}.AAAA`);
  for (const answer of [
    () => answerOf(alice),
    odd("x"),
    payload('{"exp":"soon"}'),
    payload('{"exp":{}}'),
    payload("null"),
    payload("[]"),
  ]) {
    assert.deepEqual(await requestsAt([86_400 * 400], { refreshBeforeSeconds: 60 }, answer), [1, 1]);
  }
});

test("names outside of ASCII do not hide the exp", async () => {
  const answer = () => answerOf({ ...alice, userName: "Алиса ÿ?>~" }, { expiresInSeconds: 300 });
  assert.deepEqual(await requestsAt([241], { refreshBeforeSeconds: 60 }, answer), [1, 2]);
});

test("a refresh without network is tried again", async () => {
  const answer = (count) => (count === 2 ? new Response("", { status: 503 }) : answerOf(alice, { expiresInSeconds: 300 }));
  assert.deepEqual(await requestsAt([241, 29, 2, 1], { refreshBeforeSeconds: 60 }, answer), [1, 2, 2, 3, 3]);
});

test("a refresh waits while nobody sees the page, and comes when somebody does, as after the machine's sleep", async () => {
  const page = new EventTarget();
  globalThis.document = { hidden: true };
  Object.assign(globalThis, {
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
  });
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.now() });
  try {
    const { requests, unsubscribe } = storeWith({ refreshBeforeSeconds: 60 });
    await turn();
    requests[0].answer(answerOf(alice, { expiresInSeconds: 300 }));
    await turn();
    mock.timers.tick(1_000_000);
    assert.equal(requests.length, 1);
    globalThis.document.hidden = false;
    page.dispatchEvent(new Event("visibilitychange"));
    assert.equal(requests.length, 2);
    page.dispatchEvent(new Event("visibilitychange"));
    assert.equal(requests.length, 2, "one at a time");
    unsubscribe();
    page.dispatchEvent(new Event("visibilitychange"));
    page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    assert.equal(requests.length, 2, "nobody listens any more");
  } finally {
    mock.timers.reset();
    for (const name of ["document", "addEventListener", "removeEventListener"]) delete globalThis[name];
  }
});

test("a refresh that is due does not keep Node alive", () => {
  const script = `
    import { createTokenStore } from "fogbender-token/page";
    const payload = Buffer.from(JSON.stringify({ iat: 1, exp: 3601 })).toString("base64url");
    const token = { widgetId: "a", customerId: "b", customerName: "c", userId: "d", userEmail: "e@f", userName: "f", userJWT: "e30." + payload + ".AA" };
    const store = createTokenStore("/x", { fetch: async () => Response.json({ token }), refreshBeforeSeconds: 60 });
    store.subscribe(() => console.log(store.get().status));`;
  const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    encoding: "utf8",
    timeout: 10_000,
  });
  assert.deepEqual([stdout, status], ["ready\n", 0]);
});
