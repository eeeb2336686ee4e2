import assert from "node:assert/strict";
import test from "node:test";
import { providers } from "./subject.js";
import { problemsOf } from "./support.js";

/** For each function the member without which nobody is signed in. */
const SESSIONS = {
  fromAuthJs: "token",
  fromBetterAuth: "session",
  fromClerk: "auth",
  fromPropelAuth: "user",
  fromSupabase: "claims",
  fromSuperTokens: "session",
  fromWorkOS: "session",
};

test("there is a function for each of the providers, and nothing else", () => {
  assert.deepEqual(Object.keys(providers).sort(), Object.keys(SESSIONS));
});

for (const [name, member] of Object.entries(SESSIONS)) {
  const from = providers[name];
  const refused = (input, options) => problemsOf(() => from(input, options));
  const messageOf = (input, options) => {
    try {
      return assert.fail(JSON.stringify(from(input, options)));
    } catch (error) {
      return error.message;
    }
  };

  test(`${name}: what is no object is refused, and a Promise asks for its await`, () => {
    for (const input of [undefined, null, "alice", 42, [], () => {}, Promise.resolve({})]) {
      assert.deepEqual(refused(input), ["not_an_object input"]);
    }
    assert.match(messageOf(Promise.resolve({})), /Did you forget await\?/);
  });

  test(`${name}: the request in place of the session is refused, in any place`, () => {
    const request = new Request("http://localhost/", { headers: { authorization: "Bearer alice" } });
    assert.deepEqual(refused(request), [`field_missing ${member}`]);
    assert.deepEqual(refused({ [member]: request }), ["field_missing userId"]);
    assert.match(messageOf({ [member]: request }), /Did you forget await\?/);
  });

  test(`${name}: a session that is no object is refused, and each way names itself`, () => {
    for (const value of ["alice", 42, true, []]) assert.deepEqual(refused({ [member]: value }), [`not_an_object ${member}`]);
    assert.match(messageOf({ [member]: Promise.resolve({}) }), /Did you forget await\?/);
    assert.match(messageOf({ [member]: () => {} }), /Did you forget to call it\?/);
  });

  test(`${name}: an empty session names no user, and is not taken for nobody's`, () => {
    assert.deepEqual(refused({ [member]: {} }), ["field_missing userId"]);
  });

  test(`${name}: with no session nobody is signed in`, () => {
    for (const nothing of [null, undefined]) assert.equal(from({ [member]: nothing }), undefined);
  });

  test(`${name}: a misspelt member is refused`, () => {
    assert.deepEqual(refused({ [member]: null, organisation: {} }), ["field_unknown organisation"]);
  });

  test(`${name}: a name that may be a secret is not repeated`, () => {
    const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
    assert.deepEqual(refused({ [member]: null, [secret]: {} }, { [secret]: "" }), [
      "field_unknown (a long name)",
      "option_unknown (a long name)",
    ]);
    assert.doesNotMatch(messageOf({ [member]: null, [secret]: {} }, { [secret]: "" }), /ecQSH8YI/);
  });

  test(`${name}: the userId and every other unknown option is refused, all at once, even if nobody is signed in`, () => {
    const options = {
      userId: "bob",
      customerID: "C1",
      customerName: "",
      userEmail: 42,
      userName: null,
      userAvatarUrl: "javascript:1",
      allowDelegation: "yes",
    };
    assert.deepEqual(refused({ [member]: null }, options), [
      "option_unknown userId",
      "option_unknown customerID",
      "option_invalid customerName",
      "option_invalid userEmail",
      "option_invalid userName",
      "option_invalid userAvatarUrl",
      "option_invalid allowDelegation",
    ]);
    assert.deepEqual(refused({ [member]: null }, { userId: undefined }), ["option_unknown userId"]);
  });

  test(`${name}: options must be an object, and undefined ones say nothing`, () => {
    for (const options of [null, "C1", [], new Map(), Promise.resolve({})])
      assert.deepEqual(refused({ [member]: null }, options), ["not_an_object options"]);
    assert.equal(
      from(
        { [member]: null },
        { customerId: undefined, allowImpersonation: undefined, allowDelegation: undefined, allowAnonymous: undefined },
      ),
      undefined,
    );
  });
}
