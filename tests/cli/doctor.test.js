import assert from "node:assert/strict";
import test from "node:test";
import { Signer } from "fogbender-token";
import { ARGUMENTS, BROKEN, COOKIES, endpoint, good, goodExpress, serve } from "./endpoints.js";
import { jwtByHand, OTHER_SECRET, run, SECRET } from "./support.js";

const resultsOf = (checks, result) => [...new Set(checks.filter((row) => row.result === result).map(({ check }) => check))];

/** Nothing that is printed may let its reader in. */
function assertDiscreet({ stdout, stderr }) {
  for (const secret of [SECRET, ...COOKIES, ...COOKIES.map((cookie) => cookie.split("session=")[1])]) {
    assert.ok(!`${stdout}${stderr}`.includes(secret), "a secret or a cookie was printed");
  }
  assert.doesNotMatch(`${stdout}${stderr}`, /eyJ[\w-]{8}/);
}

for (const [name, listener] of [
  ["the package's own handler behind node:http", good],
  ["the same in Express", () => goodExpress()],
  ["one by hand", () => endpoint()],
]) {
  test(`${name} passes: every check is right`, async (t) => {
    // Express logs what its own parser refuses.
    t.mock.method(console, "error", () => {});
    const requests = [];
    const answer = listener();
    const url = await serve(t, (request, reply) => {
      requests.push(request.method);
      answer(request, reply);
    });
    const result = await run(["doctor", url, ...ARGUMENTS]);
    assert.deepEqual(
      result.json.checks.filter((row) => row.result !== "ok"),
      [],
    );
    assert.equal(result.status, 0);
    assert.equal(result.json.requests, requests.length);
    assert.ok(requests.length <= 40, `${requests.length} requests`);
    assert.ok(requests.every((method) => ["GET", "HEAD", "POST", "OPTIONS"].includes(method)));
    assertDiscreet(result);
  });
}

for (const [name, mistake, expected] of BROKEN) {
  test(`an endpoint that ${name} is found: ${expected.join("; ")}`, async (t) => {
    const url = await serve(t, endpoint(mistake));
    const result = await run(["doctor", url, ...ARGUMENTS]);
    assert.deepEqual(
      resultsOf(result.json.checks, "wrong").sort(),
      [...expected].sort(),
      JSON.stringify(
        result.json.checks.filter((row) => row.result === "wrong"),
        null,
        1,
      ),
    );
    assert.equal(result.status, 1);
    for (const row of result.json.checks) if (row.result === "wrong") assert.ok(row.fix.length > 20 && row.cameBack.length > 0, row.check);
    assertDiscreet(result);
  });
}

test("Express in development is found: it shows stack traces", async (t) => {
  t.mock.method(console, "error", () => {});
  const url = await serve(t, goodExpress("development"));
  const { json } = await run(["doctor", url, ...ARGUMENTS]);
  assert.deepEqual(resultsOf(json.checks, "wrong"), ["no stack trace in any answer"]);
});

test("an unsigned userEmail is reported as what it is: the account", async (t) => {
  const [, mistake] = BROKEN.find(([name]) => name === "signs userId alone");
  const url = await serve(t, endpoint(mistake));
  const { checks } = (await run(["doctor", url, ...ARGUMENTS])).json;
  assert.match(checks.find(({ check }) => check === "userEmail is signed").fix, /colleague's email and be that colleague/);
  assert.match(checks.find(({ check }) => check === "customerId is signed").fix, /company's rooms/);
});

test("what was signed with the previous secret is named as that", async (t) => {
  const url = await serve(t, good());
  const { status, json } = await run(["doctor", url, ...ARGUMENTS], { secret: OTHER_SECRET, previous: SECRET });
  assert.equal(status, 1);
  assert.equal(json.checks.find(({ check }) => check === "the userJWT is right").cameBack, "previous_secret");
});

test("a wrong secret is named, where explain knows which one signed", async (t) => {
  const decoded = new Signer(Buffer.from(SECRET, "base64"), { allowShortSecret: true });
  const url = await serve(t, endpoint({ answer: (user) => ({ userJWT: decoded.sign(user, { expiresInSeconds: 60 }) }) }));
  const { json } = await run(["doctor", url, ...ARGUMENTS]);
  const { result, cameBack, fix } = json.checks.find(({ check }) => check === "the userJWT is right");
  assert.deepEqual([result, cameBack], ["wrong", "secret_decoded"]);
  assert.match(fix, /signed with the base64-decoded secret/);
});

test("without a session or a secret it names what it could not check, and asks the rest", async (t) => {
  const url = await serve(t, good());
  const { status, json } = await run(["doctor", url], { secret: null });
  assert.equal(status, 0);
  const open = resultsOf(json.checks, "not run");
  for (const check of ["a user gets a signature", "every field is signed", "the userJWT expires", "no secret in any answer"]) {
    assert.ok(open.includes(check), check);
  }
  assert.ok(resultsOf(json.checks, "ok").includes("without a session, 401"));
  const withOne = await run(["doctor", url, "--cookie", COOKIES[0]], { secret: null });
  assert.deepEqual(resultsOf(withOne.json.checks, "not run"), [
    "the userJWT is right",
    "two users get different tokens",
    "no secret in any answer",
  ]);
});

test("a session may be a header, and two of them are two users", async (t) => {
  const byHeader = endpoint({ headers: () => ({ "cache-control": "no-store", vary: "Authorization" }) });
  const url = await serve(t, (request, reply) => {
    const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? "") ?? [];
    request.headers.cookie = token && `session=${token}`;
    byHeader(request, reply);
  });
  const headers = COOKIES.flatMap((cookie) => ["--header", `Authorization: Bearer ${cookie.split("session=")[1]}`]);
  const result = await run(["doctor", url, ...headers]);
  assert.deepEqual(
    result.json.checks.filter((row) => row.result !== "ok"),
    [],
  );
  assertDiscreet(result);
});

test("a header beside the cookies goes with every request, so that a protected preview can be asked", async (t) => {
  const answer = good();
  const url = await serve(t, (request, reply) => {
    if (request.headers["x-preview"] === "let-me-through") answer(request, reply);
    else reply.writeHead(418).end();
  });
  const result = await run(["doctor", url, ...ARGUMENTS, "--header", "X-Preview: let-me-through"]);
  assert.deepEqual(
    result.json.checks.filter((row) => row.result !== "ok"),
    [],
  );
});

test("a userJWT under another name is found, and what it leaves unsigned", async (t) => {
  const url = await serve(
    t,
    endpoint({ answer: (user) => ({ data: { jwt: jwtByHand({ userId: user.userId, exp: Math.ceil(Date.now() / 1000) + 60 }) } }) }),
  );
  const { json } = await run(["doctor", url, ...ARGUMENTS]);
  assert.deepEqual(resultsOf(json.checks, "wrong"), [
    "userEmail is signed",
    "customerId is signed",
    "customerName is signed",
    "userName is signed",
  ]);
});

test("an endpoint that answers POST alone is asked by POST", async (t) => {
  const posted = good();
  const url = await serve(t, (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD") reply.writeHead(405).end();
    else posted(request, reply);
  });
  const { status, json } = await run(["doctor", url, ...ARGUMENTS]);
  assert.deepEqual(
    json.checks.filter((row) => row.result === "wrong"),
    [],
  );
  assert.equal(status, 0);
  assert.ok(json.requests <= 40);
});

test("before it sends anything it says what goes where, and on a terminal it prints a table", async (t) => {
  let isAsked = false;
  const answer = good();
  const url = await serve(t, (request, reply) => {
    isAsked = true;
    answer(request, reply);
  });
  const result = await run(["doctor", url, ...ARGUMENTS], { terminal: true });
  assert.ok(isAsked);
  assert.match(
    result.stderr,
    new RegExp(`^doctor sends at most 40 requests [^\\n]* as two users, to ${new URL(url).origin} alone, and follows no redirect\\.\\n`),
  );
  assert.match(result.stdout, /check +sent +came back\n/);
  assert.match(result.stdout, /\d+ requests\. 0 wrong, 0 to look at, \d+ right, 0 not run\.\n$/);
  for (const line of result.stdout.split("\n")) assert.ok(line.length <= 100, line);
  assertDiscreet(result);
});

test("a command line that cannot be asked is exit status 2, and nothing of a session is repeated", async () => {
  const url = "http://127.0.0.1:9/";
  const cases = [
    ["not a url"],
    ["ftp://127.0.0.1/"],
    ["http://user:password@127.0.0.1/"],
    [url, "--header", "nonsense-5f0c2d7e"],
    [url, "--cookie", "session=alice-5f0c2d7e\r\nx: y"],
    [url, ...ARGUMENTS, "--cookie", "a=b"],
    [url, "--timeout-seconds", "0"],
    [url, "--timeout-seconds", "soon"],
  ];
  for (const args of cases) {
    const { status, stdout, stderr } = await run(["doctor", ...args]);
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.doesNotMatch(stderr, /5f0c2d7e|password@/);
  }
});

test("a secret that is none is refused before anything is sent", async (t) => {
  let requests = 0;
  const url = await serve(t, (_, reply) => {
    requests += 1;
    reply.end();
  });
  const { status, stderr } = await run(["doctor", url], { secret: "short" });
  assert.deepEqual([status, stderr.split(":")[0], requests], [1, "secret_too_short secret", 0]);
});
