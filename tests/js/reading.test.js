// How an identity is read: its six fields, by name, once. Whatever else the object has is not read and not signed.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { assembleToken, checkToken, createToken, decodeUserJWT, explainToken, signUserJWT } from "fogbender-token";
import { alice, aliceJWT, codesOf, refusal, SECRET, signer, unreadable, widgetId } from "./refusal.js";

const FIELDS = [...Object.keys(alice), "userAvatarUrl"];
const timeless = { issuedAt: false };
const expected = signer.sign(alice, timeless);
const claimsOf = (userJWT) => decodeUserJWT(userJWT).claims;

/** Counts how often each member of an object is read, and in what way. */
function counted(target) {
  const reads = {};
  const proxy = new Proxy(target, {
    get(object, name) {
      reads[String(name)] = (reads[String(name)] ?? 0) + 1;
      return object[name];
    },
    ownKeys: () => assert.fail("the names were listed"),
  });
  return { proxy, reads };
}

test("each of the six fields is read once, and nothing else is", () => {
  for (const run of [
    (identity) => signer.sign(identity),
    (identity) => signer.token(identity, { widgetId }),
    (identity) => signUserJWT(identity, SECRET),
    (identity) => createToken(identity, SECRET, { widgetId }),
  ]) {
    const { proxy, reads } = counted({ ...alice, userAvatarUrl: "https://example.com/a.png", passwordHash: "$2b$10$" });
    run(proxy);
    assert.deepEqual(reads, Object.fromEntries(FIELDS.map((name) => [name, 1])));
  }
});

test("what is signed is what was read, even of a getter that answers anew each time", () => {
  let reads = 0;
  const identity = Object.defineProperty({ ...alice }, "userId", { get: () => `U${(reads += 1)}` });
  const token = signer.token(identity, { widgetId });
  assert.equal(reads, 1);
  assert.equal(token.userId, "U1");
  assert.equal(claimsOf(token.userJWT).userId, "U1");
});

test("a session user's passwordHash and forty other members are never signed, nor in the token", () => {
  const others = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`member${index}`, { nested: index }]));
  const user = {
    passwordHash: "$2b$10$abcdefghijklmnopqrstuv",
    id: 7,
    roles: ["admin"],
    ...others,
    ...alice,
    toJSON: () => ({ userId: "U666" }),
  };
  user.self = user;
  assert.equal(signer.sign(user, timeless), expected);
  assert.deepEqual(signer.token(user, { widgetId, ...timeless }), { widgetId, ...alice, userJWT: expected });
});

test("a name that a userJWT must not hold is ignored on the object, because nothing but the six fields is read", () => {
  assert.equal(signer.sign({ ...alice, sub: "U1", visitor: true, exp: 1, iat: 1, admin: true }, timeless), expected);
});

test("a class with getters, private members and inheritance, an ORM's record and an object without a prototype all do", () => {
  class Base {
    get userId() {
      return alice.userId;
    }
    get userAvatarUrl() {
      return null;
    }
  }
  class User extends Base {
    #email = alice.userEmail;
    customerId = alice.customerId;
    get customerName() {
      return alice.customerName;
    }
    get userEmail() {
      return this.#email;
    }
    get userName() {
      return alice.userName;
    }
  }
  // As Mongoose and Sequelize have it: the values lie elsewhere, and getters of the prototype give them.
  const record = Object.create(
    Object.defineProperties(
      {},
      Object.fromEntries(
        FIELDS.map((name) => [
          name,
          {
            get() {
              return this.dataValues[name];
            },
          },
        ]),
      ),
    ),
  );
  record.dataValues = { ...alice, userAvatarUrl: null };
  for (const identity of [
    new User(),
    record,
    Object.assign(Object.create(null), alice),
    Object.freeze({ ...alice }),
    new Proxy(alice, {}),
    Object.create(alice),
  ]) {
    assert.equal(signer.sign(identity, timeless), expected);
  }
});

test("the order of the fields is this package's, whatever the caller's, and claims of one's own stand behind them", () => {
  const reversed = Object.fromEntries(Object.entries({ ...alice, userAvatarUrl: "https://example.com/a.png" }).reverse());
  const claims = claimsOf(
    signer.sign(reversed, { claims: { plan: "gold", "": "x", 1: "one" }, issuedAt: 5, expiresInSeconds: 10, notBeforeSeconds: 5 }),
  );
  assert.deepEqual(
    Object.keys(claims).filter((name) => name !== "1"),
    [...FIELDS, "plan", "", "iat", "nbf", "exp"],
  );
});

test("what throws while it is read is named, with the caller's own error as the cause", () => {
  for (const [given, cause] of unreadable()) {
    for (const run of [() => signer.sign(given), () => signer.token(given, { widgetId }), () => createToken(given, SECRET, { widgetId })]) {
      const error = refusal(run);
      assert.deepEqual([error.code, error.field], ["not_readable", "identity"]);
      assert.ok(error.cause === cause || cause === undefined);
    }
    assert.deepEqual(
      codesOf(() => assembleToken(given)),
      ["not_readable token"],
    );
    assert.deepEqual(
      codesOf(() => checkToken(given)),
      ["not_readable token"],
    );
    assert.deepEqual(
      codesOf(() => explainToken(given)),
      ["not_readable input"],
    );
  }
});

test("a getter of a member that is no field does not run", () => {
  const identity = Object.defineProperty({ ...alice }, "lazy", { get: () => assert.fail("was read"), enumerable: true });
  assert.equal(signer.sign(identity, timeless), expected);
});

const polluted = [];
afterEach(() => {
  for (const name of polluted.splice(0)) delete Object.prototype[name];
});

function pollute(name, value) {
  polluted.push(name);
  Object.prototype[name] = value;
}

test("a polluted Object.prototype.userId is nobody's id, and no other field of it is signed", () => {
  for (const name of FIELDS) pollute(name, "U666@evil.example");
  assert.deepEqual(
    codesOf(() => signer.sign({}, { partial: true })),
    ["field_missing userId"],
  );
  assert.deepEqual(
    codesOf(() => signer.sign({})),
    Object.keys(alice).map((field) => `field_missing ${field}`),
  );
  const { userJWT, ...token } = signer.token(alice, { widgetId, ...timeless });
  assert.equal(userJWT, expected);
  assert.deepEqual(Object.keys(token), ["widgetId", "customerId", "customerName", "userId", "userEmail", "userName"]);
  class User {
    get userId() {
      return "U1";
    }
  }
  assert.equal(
    signer.sign(new User(), { partial: true, ...timeless }),
    signer.sign({ userId: "U1" }, { partial: true, ...timeless }),
    "a class's own getter counts",
  );
});

test("a polluted toJSON changes nothing that is signed", () => {
  pollute("toJSON", () => ({ ...alice, userId: "U666" }));
  assert.equal(signer.sign(alice, timeless), expected);
  assert.equal(signer.sign(alice, { ...timeless, claims: { plan: "gold" } }).split(".")[1].length > expected.split(".")[1].length, true);
  assert.equal(signer.verify(aliceJWT).userId, alice.userId);
});
