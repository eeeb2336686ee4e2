// Values that no honest caller gives. Each is made anew, because some of them work once.
import vm from "node:vm";

const realm = vm.createContext();
/** A value of another realm, as Jest and vm have them. */
const foreign = (code) => vm.runInContext(`(${code})`, realm);

/** What a getter, a trap or a toJSON may throw; not all of it is an Error. */
const thrown = [
  () => new Error("from the caller"),
  () => foreign("new TypeError('of another realm')"),
  () => Object.assign(new Error("a lie"), { name: "FogbenderTokenError", code: "no_such_code", problems: [] }),
  () => undefined,
  () => null,
  () => "text",
  () => Symbol("thrown"),
  () => Object.create(null),
  () => revoked({}),
];

const primitives = [
  undefined,
  null,
  true,
  false,
  NaN,
  Infinity,
  -0,
  -1,
  0.1,
  2 ** 53,
  1e21,
  1_700_000_000_000,
  0n,
  2n ** 64n,
  Symbol("s"),
  Symbol.iterator,
  "",
  " ",
  "\0",
  "\ud83d",
  "\udc00x",
  "__proto__",
  "constructor",
  "[object Object]",
  "null",
  "{}",
  '{"__proto__":{"userId":"U666"}}',
  "a.b.c",
  "eyJhbGciOiJub25lIn0.e30.",
  "\u{10ffff}".repeat(3),
];

const long = [() => "x".repeat(65_536), () => "é".repeat(65_537), () => "\ud800".repeat(70_000), () => "z".repeat(1_000_000)];

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** With every member of `from`, none of which is read. */
const copied = (to, from) => Object.defineProperties(to, Object.getOwnPropertyDescriptors(from));

function cyclic() {
  const object = { userId: "U1" };
  object.self = object;
  return object;
}

function nested(depth) {
  let object = {};
  for (let level = 0; level < depth; level += 1) object = { userId: "U1", inner: object };
  return object;
}

class Instance {
  userId = "U1";
  #hidden = 1;
  get customerId() {
    return this.#hidden;
  }
}

const objects = [
  () => ({}),
  () => Object.create(null),
  () => [],
  // biome-ignore lint/suspicious/noSparseArray: holes are the hostile value
  () => [, "U1", , undefined],
  () => Object.assign(["a"], { userId: "U1", length: 3 }),
  () => ({ length: 2 ** 53, 0: "a" }),
  cyclic,
  () => nested(40),
  () => nested(5_000),
  () => JSON.parse('{"__proto__":{"userId":"U666","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"userId":"U1"}'),
  () => Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`claim${index}`, "x"])),
  () => new Instance(),
  () => Object.create({ userId: "inherited", secret: "inherited" }),
  () => Object.freeze({ userId: "U1" }),
  () => new Map([["userId", "U1"]]),
  () => new Set(["U1"]),
  () => new Date(NaN),
  () => new Date(0),
  () => /x/g,
  () => new Error("given"),
  () => Promise.resolve({ userId: "U1" }),
  () => new String("U1"),
  () => new Number(1),
  () => Object(1n),
  () => Object(Symbol("s")),
  () => () => "U1",
  () => class {},
  () => new WeakRef({}),
  () => new Headers({ a: "b" }),
  () => new URL("https://u:p@example.com/"),
  () =>
    (function () {
      // biome-ignore lint/complexity/noArguments: arguments is the hostile value
      return arguments;
    })("U1"),
  () => globalThis,
];

const bytes = [
  () => new Uint8Array(0),
  () => new Uint8Array(32),
  () => new Uint8Array(32).fill(0xff),
  () => new Uint8Array(5_001),
  () => {
    const view = new Uint8Array(32).fill(7);
    structuredClone(view.buffer, { transfer: [view.buffer] });
    return view;
  },
  () => {
    const buffer = new ArrayBuffer(64, { maxByteLength: 64 });
    const view = new Uint8Array(buffer, 16, 32);
    buffer.resize?.(20);
    return view;
  },
  () => new Uint8Array(new SharedArrayBuffer(32)).fill(65),
  () => new SharedArrayBuffer(32),
  () => new ArrayBuffer(32),
  () => Buffer.alloc(32, 66),
  () => new DataView(new ArrayBuffer(32)),
  () => new Float64Array(32),
  () => new Uint8ClampedArray(32),
  () => new BigInt64Array(4),
  () => Object.defineProperty(new Uint8Array(32).fill(67), "byteLength", { value: 2 ** 40 }),
  () => Object.defineProperty(new Uint8Array(32).fill(67), "byteLength", { value: -1 }),
  () => Object.defineProperty(new Uint8Array(32).fill(67), "buffer", { value: new ArrayBuffer(1) }),
  () =>
    Object.defineProperty(new Uint8Array(32).fill(67), "buffer", {
      get() {
        throw new Error("from the caller");
      },
    }),
  () => Object.defineProperty(new Float32Array(32), Symbol.toStringTag, { value: "Uint8Array" }),
  () => Object.setPrototypeOf(new Uint8Array(32), null),
  () => new Proxy(new Uint8Array(32), {}),
  () => foreign("new Uint8Array(32).fill(68)"),
];

const TRAPS = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"];

/**
 * A source of hostile values.
 * @param {ReturnType<import("../js/random.js").random>} random
 * @param {() => unknown} reenter calls the package from within what it is reading
 */
export function hostile(random, reenter) {
  const raise = () => {
    throw random.pick(thrown)();
  };
  const overflow = () => overflow() + 1;
  /** What a getter, a trap or a toJSON does instead of answering. */
  const misbehave = () => (random.chance(0.05) ? overflow : random.pick([raise, reenter]))();

  const shapes = [
    (object) => Object.freeze(object),
    (object) => Object.seal(object),
    (object) => copied(Object.create(null), object),
    (object) => Object.create(object),
    (object) => copied(foreign("{}"), object),
    (object) => new Proxy(object, {}),
    (object) => new Proxy(object, { [random.pick(TRAPS)]: misbehave }),
    (object) => new Proxy(object, { ownKeys: () => ["userId", "secret", Symbol("own"), "__proto__"] }),
    (object) => new Proxy(object, { get: () => value() }),
    (object) => revoked(object),
    (object) => copied(object, { toJSON: misbehave }),
    (object) => copied(object, { toJSON: () => value() }),
    (object) => copied(object, { toJSON: () => object }),
    // biome-ignore lint/suspicious/noThenProperty: it looks like a Promise
    (object) => copied(object, { then: (resolve) => resolve(value()) }),
    (object) => copied(object, { [Symbol.toPrimitive]: misbehave, toString: misbehave, valueOf: misbehave }),
    (object) => copied(object, { [Symbol.iterator]: misbehave }),
    (object) =>
      copied(object, {
        get [Symbol.toStringTag]() {
          return misbehave();
        },
      }),
    (object) => copied(object, { ["__proto__"]: value() }),
    (object) => Object.setPrototypeOf(object, Array.prototype),
    (object) => [object],
    (object) => copied(() => {}, object),
  ];

  /** Any value at all. */
  function value() {
    const kind = random.chance(0.02) ? long : random.pick([primitives, objects, bytes, shapes]);
    const made = random.pick(kind);
    if (kind === primitives) return made;
    return kind === shapes ? made(random.pick(objects.slice(0, 4))()) : made();
  }

  /** An honest object with up to two of its members gone wrong, and sometimes the whole of it. */
  function twisted(honest) {
    const object = { ...honest };
    const names = [...Object.keys(object), "__proto__", "constructor", "toString", "sub", "x"];
    for (let count = random.between(0, 2); count > 0; count -= 1) {
      const name = random.pick(names);
      const descriptor = random.chance(0.7) ? { value: value(), writable: true } : { get: random.chance(0.5) ? misbehave : value };
      Object.defineProperty(object, name, { ...descriptor, enumerable: true, configurable: true });
    }
    return random.chance(0.3) ? random.pick(shapes)(object) : object;
  }

  /** Mostly the honest value, so that what comes behind it is reached. */
  const mostly = (honest) => (random.chance(0.7) ? honest : value());

  /** For an honest object: itself, twisted, or anything at all. */
  const like = (honest) => random.pick([() => ({ ...honest }), () => twisted(honest), () => twisted(honest), value])();

  return { like, misbehave, mostly, pick: random.pick, value };
}
