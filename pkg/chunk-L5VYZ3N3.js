import {
  FogbenderTokenError,
  __esm,
  __export,
  __toCommonJS,
  failure,
  fill,
  isPlain,
  isPromise,
  isRecord,
  isWellFormed,
  kindOf,
  readOptions,
  readable,
  seconds,
  shownName,
  unreadable,
  within
} from "./chunk-JT2TJXBO.js";

// target/wasm/server/fogbender_token_bg.js
var fogbender_token_bg_exports = {};
__export(fogbender_token_bg_exports, {
  Key: () => Key,
  Rules: () => Rules,
  __wbg_Error_208446807d0d1e30: () => __wbg_Error_208446807d0d1e30,
  __wbg___wbindgen_is_string_fc456fee5d3317de: () => __wbg___wbindgen_is_string_fc456fee5d3317de,
  __wbg___wbindgen_throw_4c88d8bf264fd984: () => __wbg___wbindgen_throw_4c88d8bf264fd984,
  __wbg_isArray_bcf1376d0d732d08: () => __wbg_isArray_bcf1376d0d732d08,
  __wbg_new_37eb45aaf5eeb820: () => __wbg_new_37eb45aaf5eeb820,
  __wbg_new_7075786089b89c5e: () => __wbg_new_7075786089b89c5e,
  __wbg_new_cd4348290afae586: () => __wbg_new_cd4348290afae586,
  __wbg_set_8282f7e0d2d01336: () => __wbg_set_8282f7e0d2d01336,
  __wbg_set_d2d33b52458e984a: () => __wbg_set_d2d33b52458e984a,
  __wbg_set_e4b9a833d288759a: () => __wbg_set_e4b9a833d288759a,
  __wbg_set_wasm: () => __wbg_set_wasm,
  __wbindgen_generic_0000000000000001: () => __wbindgen_generic_0000000000000001,
  __wbindgen_init_externref_table: () => __wbindgen_init_externref_table,
  check: () => check,
  decode: () => decode,
  explain: () => explain,
  fingerprint: () => fingerprint,
  problems: () => problems,
  reserve: () => reserve
});
function check(length) {
  const ret = wasm.check(length);
  return ret !== 0;
}
function decode(length) {
  const ret = wasm.decode(length);
  return ret >>> 0;
}
function explain(length, now, tolerance, signature_type) {
  const ret = wasm.explain(length, now, tolerance, signature_type);
  return ret;
}
function fingerprint(length, rules) {
  const ret = wasm.fingerprint(length, rules);
  return ret >>> 0;
}
function problems() {
  const ret = wasm.problems();
  return ret;
}
function reserve(bytes) {
  const ret = wasm.reserve(bytes);
  return ret >>> 0;
}
function __wbg_Error_208446807d0d1e30(arg0, arg1) {
  const ret = Error(getStringFromWasm0(arg0, arg1));
  return ret;
}
function __wbg___wbindgen_is_string_fc456fee5d3317de(arg0) {
  const ret = typeof arg0 === "string";
  return ret;
}
function __wbg___wbindgen_throw_4c88d8bf264fd984(arg0, arg1) {
  throw new Error(getStringFromWasm0(arg0, arg1));
}
function __wbg_isArray_bcf1376d0d732d08(arg0) {
  const ret = Array.isArray(arg0);
  return ret;
}
function __wbg_new_37eb45aaf5eeb820() {
  const ret = new Array();
  return ret;
}
function __wbg_new_7075786089b89c5e() {
  const ret = /* @__PURE__ */ new Map();
  return ret;
}
function __wbg_new_cd4348290afae586() {
  const ret = new Object();
  return ret;
}
function __wbg_set_8282f7e0d2d01336(arg0, arg1, arg2) {
  const ret = arg0.set(arg1, arg2);
  return ret;
}
function __wbg_set_d2d33b52458e984a(arg0, arg1, arg2) {
  arg0[arg1 >>> 0] = arg2;
}
function __wbg_set_e4b9a833d288759a(arg0, arg1, arg2) {
  arg0[arg1] = arg2;
}
function __wbindgen_generic_0000000000000001(arg0, arg1) {
  const ret = getStringFromWasm0(arg0, arg1);
  return ret;
}
function __wbindgen_init_externref_table() {
  const table = wasm.__wbindgen_externrefs;
  table.set(0, void 0);
  table.set(1024, void 0);
  table.set(1025, null);
  table.set(1026, true);
  table.set(1027, false);
}
function getStringFromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}
function getUint8ArrayMemory0() {
  if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
    cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
  }
  return cachedUint8ArrayMemory0;
}
function decodeText(bytes) {
  numBytesDecoded += bytes.length;
  if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
    cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
    cachedTextDecoder.decode();
    numBytesDecoded = bytes.length;
  }
  return cachedTextDecoder.decode(bytes);
}
function __wbg_set_wasm(val) {
  wasm = val;
}
var Key, Rules, KeyFinalization, cachedUint8ArrayMemory0, cachedTextDecoder, MAX_SAFARI_DECODE_BYTES, numBytesDecoded, wasm;
var init_fogbender_token_bg = __esm({
  "target/wasm/server/fogbender_token_bg.js"() {
    Key = class _Key {
      static __wrap(ptr) {
        const obj = Object.create(_Key.prototype);
        obj.__wbg_ptr = ptr;
        KeyFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
      }
      __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        KeyFinalization.unregister(this);
        return ptr;
      }
      free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_key_free(ptr, 0);
      }
      /**
       * Takes a previous secret out of the region; `false` leaves problems.
       * @param {number} length
       * @param {Rules} rules
       * @returns {boolean}
       */
      add(length, rules) {
        const ret = wasm.key_add(this.__wbg_ptr, length, rules);
        return ret !== 0;
      }
      /**
       * Explains what was pasted.
       * @param {number} length
       * @param {number} now
       * @param {number} tolerance
       * @param {number} signature_type
       * @returns {any}
       */
      explain(length, now, tolerance, signature_type) {
        const ret = wasm.key_explain(this.__wbg_ptr, length, now, tolerance, signature_type);
        return ret;
      }
      /**
       * Signs an identity. The text is the fields' JSON. With `has_more`, the claims' JSON stands on a second line, and on a
       * third one the widgetId, if `checks_widget_id` is set. The answer is the userJWT.
       * @param {number} length
       * @param {boolean} partial
       * @param {boolean} has_more
       * @param {boolean} checks_widget_id
       * @param {number} issued_at
       * @param {boolean} leaves_out_iat
       * @param {number} expires_in_seconds
       * @param {number} not_before_seconds
       * @returns {number}
       */
      sign(length, partial, has_more, checks_widget_id, issued_at, leaves_out_iat, expires_in_seconds, not_before_seconds) {
        const ret = wasm.key_sign(this.__wbg_ptr, length, partial, has_more, checks_widget_id, issued_at, leaves_out_iat, expires_in_seconds, not_before_seconds);
        return ret >>> 0;
      }
      /**
       * Takes the secret out of the region, where it leaves zeros; `undefined` leaves problems.
       * @param {number} length
       * @param {Rules} rules
       * @returns {Key | undefined}
       */
      static take(length, rules) {
        const ret = wasm.key_take(length, rules);
        return ret === 0 ? void 0 : _Key.__wrap(ret);
      }
      /**
       * Verifies a userJWT. The answer is its payload.
       * @param {number} length
       * @param {number} now
       * @param {number} tolerance
       * @returns {number}
       */
      verify(length, now, tolerance) {
        const ret = wasm.key_verify(this.__wbg_ptr, length, now, tolerance);
        return ret >>> 0;
      }
    };
    if (Symbol.dispose) Key.prototype[Symbol.dispose] = Key.prototype.free;
    Rules = Object.freeze({
      /**
       * All of them.
       */
      All: 0,
      "0": "All",
      /**
       * All but the one about its length.
       */
      ShortAllowed: 1,
      "1": "ShortAllowed",
      /**
       * None, because it is to be explained what is wrong with it.
       */
      AsGiven: 2,
      "2": "AsGiven"
    });
    KeyFinalization = typeof FinalizationRegistry === "undefined" ? { register: () => {
    }, unregister: () => {
    } } : new FinalizationRegistry((ptr) => wasm.__wbg_key_free(ptr, 1));
    cachedUint8ArrayMemory0 = null;
    cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
    cachedTextDecoder.decode();
    MAX_SAFARI_DECODE_BYTES = 2146435072;
    numBytesDecoded = 0;
  }
});

// js/core/wasm.js
var loadModule;
var rust;
var memory;
var stackPointer;
var stackTop;
var region;
var unready = true;
var hasBuffer;
var encoder;
var decoder;
function provide(load) {
  loadModule ??= load;
}
function start() {
  if (rust === void 0) {
    requireGlobals();
    const bindings = (
      /** @type {typeof import("rust")} */
      (init_fogbender_token_bg(), __toCommonJS(fogbender_token_bg_exports))
    );
    const exports = instantiate(bindings);
    bindings.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    hasBuffer = globalThis.Buffer !== void 0;
    encoder = new TextEncoder();
    decoder = new TextDecoder();
    memory = exports.memory;
    stackPointer = exports.__stack_pointer;
    stackTop = stackPointer.value;
    rust = bindings;
  }
  if (unready) mend();
  return rust;
}
function requireGlobals() {
  const { WebAssembly: WebAssembly2, TextEncoder: TextEncoder2, TextDecoder: TextDecoder2 } = globalThis;
  for (const [name, value] of Object.entries({ WebAssembly: WebAssembly2, TextEncoder: TextEncoder2, TextDecoder: TextDecoder2 })) {
    if (value !== void 0) continue;
    throw failure("wasm_unavailable", void 0, `This environment has no ${name}. ${name === "WebAssembly" ? BACKEND : JSDOM}`);
  }
}
var BACKEND = "Let your backend make the whole token, and take it with fogbender-token/page, which needs no WebAssembly.";
var JSDOM = "Jest's jsdom lacks it. Set globalThis.TextEncoder and TextDecoder from node:util in a setup file.";
function instantiate(bindings) {
  try {
    const imports = { "./fogbender_token_bg.js": (
      /** @type {WebAssembly.ModuleImports} */
      bindings
    ) };
    return (
      /** @type {WasmExports} */
      new WebAssembly.Instance(loadModule(), imports).exports
    );
  } catch (cause) {
    if (!hasSimd()) throw failure("wasm_unavailable", void 0, NO_SIMD, cause);
    const { message } = (
      /** @type {Error} */
      cause
    );
    throw failure("wasm_blocked", void 0, `WebAssembly could not be compiled here (${message}). ${BLOCKED}`, cause);
  }
}
var BLOCKED = "On a page, the Content-Security-Policy's script-src needs 'wasm-unsafe-eval'. In an edge runtime, the bundler must resolve the package with the runtime's condition, workerd or edge-light. Nitro and Nuxt need experimental.wasm. OpenNext needs fogbender-token in serverExternalPackages.";
var NO_SIMD = "This environment's WebAssembly has no SIMD, which fogbender-token needs. Use a CPU with SSE4.1, or Safari 16.4 or newer.";
function hasSimd() {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  try {
    return WebAssembly.validate(new Uint8Array(bytes));
  } catch {
    return true;
  }
}
function mend() {
  stackPointer.value = stackTop;
  region = viewOf(4096);
  unready = false;
}
function viewOf(bytes) {
  const address = rust.reserve(bytes);
  return hasBuffer ? Buffer.from(memory.buffer, address, bytes) : new Uint8Array(memory.buffer, address, bytes);
}
function room(bytes) {
  start();
  unready = true;
  if (region.length < bytes) region = viewOf(bytes);
  return region;
}
function begin(text) {
  return encodeInto(text, room(text.length * 3));
}
var encodeInto = (text, view) => hasBuffer ? (
  /** @type {Buffer} */
  view.write(text)
) : encoder.encodeInto(text, view).written;
function end(answer) {
  unready = false;
  return answer;
}
var STACK_BYTES = 16384;
function wipeStack() {
  if (rust === void 0) return;
  new Uint8Array(memory.buffer, stackTop - STACK_BYTES, STACK_BYTES).fill(0);
}
function accepted(answer) {
  if (answer === void 0) throw refusal();
  return end(answer);
}
function written(length) {
  if (length === 0) throw refusal();
  unready = false;
  if (region.length < length) region = viewOf(length);
  return hasBuffer ? (
    /** @type {Buffer} */
    region.toString("utf8", 0, length)
  ) : decoder.decode(region.subarray(0, length));
}
function refusal() {
  unready = true;
  return new FogbenderTokenError(end(rust.problems()).map(inJavaScript));
}
var OPTIONS = /\b(issued_at|expires_in_seconds|not_before_seconds|clock_tolerance_seconds)\b/g;
function inJavaScript(problem) {
  const camelCase = (text) => text.replace(OPTIONS, (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()));
  if (problem.field !== void 0) problem.field = camelCase(problem.field);
  problem.message = camelCase(problem.message);
  return problem;
}

// js/core/token.js
function assembleToken(parts) {
  const token2 = copyOf(parts);
  const length = begin(textOf(token2));
  accepted(rust.check(length) || void 0);
  const members = Object.entries(token2).filter(([, value]) => value !== null);
  return Object.fromEntries(members.map(([name, value]) => [name, name === "versions" ? Object.assign({}, value) : value]));
}
function checkToken(token2) {
  if (token2 === void 0) return void 0;
  const problems2 = problemsOf(token2);
  if (problems2.length === 0) return void 0;
  const messages = /* @__PURE__ */ new Map();
  for (const { field, message } of problems2) {
    messages.set(field, messages.has(field) ? `${messages.get(field)} ${message}` : message);
  }
  return Object.fromEntries(messages);
}
function problemsOf(token2) {
  try {
    const length = begin(textOf(copyOf(token2)));
    return end(rust.check(length)) ? [] : refusal().problems;
  } catch (error) {
    if (error instanceof FogbenderTokenError && (error.code === "too_large" || error.code === "not_an_object")) return error.problems;
    throw error;
  }
}
var textOf = (copy) => within("token", JSON.stringify(copy));
var pastedText = (input) => typeof input === "string" ? within("input", input) : textOf(copyOf(input, "input"));
function copyOf(token2, what = "token") {
  return readable(what, () => {
    if (typeof token2 !== "object" || token2 === null || kindOf(token2) !== "an object") throw notAToken(token2, what);
    const copy = carried(token2, 3);
    for (const key of ["userId", "visitor"]) {
      if (!Object.hasOwn(copy, key) && !(key in Object.prototype) && key in token2) copy[key] = null;
    }
    return copy;
  });
}
function notAToken(token2, what) {
  const hint2 = isPromise(token2) ? " Did you forget await?" : typeof token2 === "string" ? wayOut(token2.trim()) : "";
  const right = what === "input" ? "an object or a string" : "an object";
  return failure("not_an_object", what, `${what} must be ${right}, and it is ${kindOf(token2)}.${hint2}`);
}
function wayOut(text) {
  if (text.startsWith("{")) return " It is JSON text. Give JSON.parse(text).";
  return text.split(".").length === 3 ? " It is a userJWT. Give the token that carries it." : "";
}
function carried(object, depth) {
  const copy = /* @__PURE__ */ Object.create(null);
  for (const [name, value] of Object.entries(object)) {
    if (value !== void 0) copy[name] = inJson(value, depth - 1);
  }
  return copy;
}
var NO_JSON = Object.freeze({ "": 0 });
function inJson(value, depth) {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : 0;
    case "bigint":
      return 0;
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return [];
      return depth > 0 && isPlain(value) ? carried(value, depth) : NO_JSON;
    default:
      return NO_JSON;
  }
}

// js/server/secret.js
var MAX_BYTES = 5e3;
var WHERE = "Copy the workspace secret from https://fogbender.com/admin/-/-/settings/embed.";
function write(secret) {
  if (secret === void 0 || secret === null) {
    throw failure("secret_missing", "secret", `There is no secret. Its environment variable is probably unset. ${WHERE}`);
  }
  if (typeof secret === "string") {
    if (!isWellFormed(secret)) {
      throw failure(
        "secret_not_well_formed",
        "secret",
        "The secret holds half a character (a lone surrogate). Give its bytes as a Uint8Array."
      );
    }
    return encodeInto(secret, room(MAX_BYTES));
  }
  if (!isBytes(secret)) {
    throw failure(
      "secret_not_text",
      "secret",
      `The secret must be a string or a Uint8Array, and it is ${kindOf(secret)}.${hint(secret)} ${WHERE}`
    );
  }
  return readable("secret", () => {
    const bytes = new Uint8Array(secret.buffer, secret.byteOffset, Math.min(secret.byteLength, MAX_BYTES));
    room(MAX_BYTES).set(bytes);
    return bytes.length;
  });
}
function hint(secret) {
  if (kindOf(secret) === "an array") return " Only verifyUserJWT and explainToken take a list.";
  return isPromise(secret) ? " Did you forget await?" : " Perhaps the arguments are swapped.";
}
var isBytes = (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
function takeKey(secret, allowShortSecret, before) {
  if (typeof (allowShortSecret ?? false) !== "boolean") {
    throw failure("option_invalid", "allowShortSecret", `allowShortSecret must be true or false, and it is ${kindOf(allowShortSecret)}.`);
  }
  const { Rules: Rules2 } = start();
  return take(secret, allowShortSecret ? Rules2.ShortAllowed : Rules2.All, before);
}
var takeKeyAsGiven = (secret, before) => take(secret, start().Rules.AsGiven, before);
function take(secret, rules, before) {
  const length = write(secret);
  if (before === void 0) return accepted(rust.Key.take(length, rules));
  accepted(before.add(length, rules) || void 0);
  return before;
}
function withKey(secrets, take2, work) {
  const list = readable("secret", () => (
    /** @type {Secret[]} */
    Array.isArray(secrets) ? [...secrets] : [secrets]
  ));
  if (list.length === 0) throw failure("secret_missing", "secret", `The list of secrets is empty. ${WHERE}`);
  let key;
  try {
    for (const secret of list) key = take2(secret, key);
    return work(
      /** @type {Key} */
      key
    );
  } finally {
    forget(key);
  }
}
function forget(key) {
  key?.free();
  wipeStack();
}
function split(options) {
  return readable("options", () => {
    if (!isPlain(options)) return { rest: (
      /** @type {T} */
      options
    ) };
    const { allowShortSecret, ...rest } = Object.assign(/* @__PURE__ */ Object.create(null), options);
    return { allowShortSecret, rest };
  });
}
function secretFingerprint(secret) {
  const { Rules: Rules2 } = start();
  try {
    return written(rust.fingerprint(write(secret), Rules2.ShortAllowed));
  } finally {
    wipeStack();
  }
}

// js/core/user-jwt.js
function jwtText(userJWT) {
  if (typeof userJWT === "string") return within("userJWT", userJWT);
  const hint2 = isPromise(userJWT) ? " Did you forget await?" : "";
  throw failure("jwt_not_string", "userJWT", `userJWT must be a string, and it is ${kindOf(userJWT)}.${hint2}`);
}
function decodeUserJWT(userJWT) {
  const length = begin(jwtText(userJWT));
  return JSON.parse(written(rust.decode(length)));
}

// js/core/explain.js
var SIGNATURE_TYPES = ["jwt", "hmac", "paseto"];
var explainUnverified = (input, options) => explainWith(() => rust, input, options);
function explainWith(explainer, input, options) {
  const { now, tolerance, signatureType } = readExplaining(options);
  const length = begin(pastedText(input));
  return accepted(explainer().explain(length, now, tolerance, signatureType));
}
function readExplaining(options) {
  const { signatureType = "jwt", ...given } = readOptions(options, ["now", "clockToleranceSeconds", "signatureType"]);
  const problems2 = [];
  const times = readTimes(given, problems2);
  if (!SIGNATURE_TYPES.includes(signatureType)) {
    const message = `signatureType must be "jwt", "hmac" or "paseto"${typeof signatureType === "string" ? "" : `, and it is ${kindOf(signatureType)}`}. Give one of them.`;
    problems2.push({ code: "option_invalid", field: "signatureType", message });
  }
  if (problems2.length > 0) throw new FogbenderTokenError(problems2);
  return { ...times, signatureType: SIGNATURE_TYPES.indexOf(signatureType) };
}
function readTimes({ now, clockToleranceSeconds }, problems2) {
  return {
    now: now === void 0 ? Date.now() / 1e3 : seconds("now", now, problems2),
    tolerance: clockToleranceSeconds === void 0 ? 0 : seconds("clockToleranceSeconds", clockToleranceSeconds, problems2)
  };
}

// js/server/identity.js
var FIELDS = ["userId", "customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];
var NOBODY = {};
function readIdentity(identity, problems2) {
  let fields;
  try {
    const given = (
      /** @type {Unchecked} */
      identity
    );
    fields = isPolluted() ? readOwn(given) : readAll(given);
  } catch (cause) {
    if (isRecord(identity)) throw unreadable("identity", cause);
  }
  if (fields === void 0 || !isRight(fields, identity)) return mend2(identity, fields, problems2);
  return (
    /** @type {Texts} */
    fields
  );
}
function readAll({ userId, customerId, customerName, userEmail, userName, userAvatarUrl }) {
  return { userId, customerId, customerName, userEmail, userName, userAvatarUrl: userAvatarUrl ?? void 0 };
}
var isPolluted = () => "toJSON" in NOBODY || "userId" in NOBODY || "customerId" in NOBODY || "customerName" in NOBODY || "userEmail" in NOBODY || "userName" in NOBODY || "userAvatarUrl" in NOBODY;
function readOwn(identity) {
  const has = (name) => {
    for (let at = identity; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      if (Object.hasOwn(at, name)) return true;
    }
    return false;
  };
  const fields = Object.fromEntries(FIELDS.map((name) => [name, has(name) ? identity[name] : void 0]));
  return { ...readAll(fields), toJSON: void 0 };
}
var isText = (value) => typeof value === "string" || value === void 0;
function isRight({ userId, customerId, customerName, userEmail, userName, userAvatarUrl }, identity) {
  return typeof userId === "string" && isText(customerId) && isText(customerName) && isText(userEmail) && isText(userName) && isText(userAvatarUrl) && typeof identity === "object";
}
function mend2(identity, fields, problems2) {
  if (!isRecord(identity) || isBuiltIn(identity)) {
    const hint2 = isPromise(identity) ? " Did you forget await?" : "";
    const message = `identity must be an object with ${FIELDS.slice(0, 5).join(", ")}, and it is ${kindOf(identity)}.${hint2}`;
    problems2.push({ code: "not_an_object", field: "identity", message });
    return void 0;
  }
  const texts = /* @__PURE__ */ Object.create(null);
  for (const name of FIELDS) {
    const value = fields?.[name];
    if (typeof value === "string") texts[name] = value;
    else if (value !== void 0 && value !== null) problems2.push(notText(name, value));
  }
  return texts;
}
var isBuiltIn = (value) => /^a /.test(kindOf(value));
function notText(name, value) {
  const field = shownName(name);
  const ways = { number: ` Write String(${field}).`, "a Promise": " Did you forget await?" };
  const way = ways[typeof value] ?? ways[kindOf(value)] ?? "";
  return { code: "field_not_string", field, message: `${field} must be a string, and it is ${kindOf(value)}.${way}` };
}
function claimsText(claims, problems2) {
  if (claims === void 0) return "";
  if (!readable("claims", () => isPlain(claims))) {
    const message = `claims must be a plain object of strings, and it is ${kindOf(claims)}.`;
    problems2.push({ code: "option_invalid", field: "claims", message });
    return "";
  }
  const texts = /* @__PURE__ */ Object.create(null);
  for (const [name, value] of readable("claims", () => Object.entries(
    /** @type {object} */
    claims
  ))) {
    if (typeof value === "string") texts[name] = value;
    else problems2.push(notText(name, value));
  }
  return JSON.stringify(texts);
}
var blank = () => ({
  claims: void 0,
  partial: void 0,
  expiresInSeconds: void 0,
  notBeforeSeconds: void 0,
  issuedAt: void 0
});
function readSigning(options, problems2) {
  const given = options === void 0 ? BLANK : fill(options, blank(), problems2);
  return toRust(given, given.partial, problems2);
}
var secondsNow = () => Math.floor(Date.now() / 1e3);
var BLANK = Object.freeze(blank());
function toRust({ claims, expiresInSeconds, notBeforeSeconds, issuedAt }, partial = false, problems2) {
  if (typeof partial !== "boolean") {
    problems2.push({ code: "option_invalid", field: "partial", message: `partial must be true or false, and it is ${kindOf(partial)}.` });
  }
  const leavesOutIat = issuedAt === false;
  const isTimeless = leavesOutIat && expiresInSeconds === void 0 && notBeforeSeconds === void 0;
  return {
    partial: partial === true,
    claims: claimsText(claims, problems2),
    issuedAt: isTimeless ? 0 : issuedAt === void 0 || leavesOutIat ? secondsNow() : seconds("issuedAt", issuedAt, problems2, " or false"),
    leavesOutIat,
    expiresInSeconds: seconds("expiresInSeconds", expiresInSeconds, problems2),
    notBeforeSeconds: seconds("notBeforeSeconds", notBeforeSeconds, problems2)
  };
}

// js/server/sign.js
function sign(key, identity, options) {
  const problems2 = [];
  const asked = readSigning(options, problems2);
  return run(key, readIdentity(identity, problems2), asked, problems2);
}
function token(key, identity, options) {
  const problems2 = [];
  const given = fill(options, blank2(), problems2);
  const { widgetId, versions } = given;
  const asked = toRust(given, false, problems2);
  checkWidgetId(widgetId, problems2);
  const ofSoftware = readable("versions", () => copyOfVersions(versions, problems2));
  const fields = readIdentity(identity, problems2);
  const userJWT = run(key, fields, asked, problems2, widgetId);
  const { userId, customerId, customerName, userEmail, userName, userAvatarUrl } = (
    /** @type {Texts} */
    fields
  );
  const token2 = (
    /** @type {UserToken & { userJWT: string }} */
    {
      widgetId,
      customerId,
      customerName,
      userId,
      userEmail,
      userName,
      userJWT
    }
  );
  if (userAvatarUrl !== void 0) token2.userAvatarUrl = userAvatarUrl;
  if (ofSoftware !== void 0) token2.versions = ofSoftware;
  return token2;
}
var blank2 = () => ({
  widgetId: void 0,
  versions: void 0,
  claims: void 0,
  expiresInSeconds: void 0,
  notBeforeSeconds: void 0,
  issuedAt: void 0
});
function verify(key, userJWT, options) {
  const text = jwtText(userJWT);
  const problems2 = [];
  const { now, tolerance } = readTimes(readOptions(options, ["now", "clockToleranceSeconds"]), problems2);
  if (problems2.length > 0) throw new FogbenderTokenError(problems2);
  const length = begin(text);
  return JSON.parse(written(key().verify(length, now, tolerance)));
}
function run(key, fields, asked, problems2, widgetId) {
  if (problems2.length === 0) return signed(
    key,
    /** @type {Texts} */
    fields,
    asked,
    widgetId
  );
  try {
    signed(key, fields ?? {}, asked, typeof widgetId === "string" ? widgetId : void 0);
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    const named = new Set(problems2.map(({ field }) => field));
    const isNews = ({ code, field }) => !named.has(field) && (fields !== void 0 || !code.startsWith("field_"));
    problems2.push(...error.problems.filter(isNews));
  }
  throw new FogbenderTokenError(problems2);
}
function signed(key, fields, asked, widgetId) {
  let text = JSON.stringify(fields);
  const hasMore = asked.claims !== "" || widgetId !== void 0;
  if (hasMore) text += `
${asked.claims}`;
  if (widgetId !== void 0) text += `
${widgetId}`;
  const length = begin(within("identity", text));
  const { partial, issuedAt, leavesOutIat, expiresInSeconds, notBeforeSeconds } = asked;
  return written(key().sign(length, partial, hasMore, widgetId !== void 0, issuedAt, leavesOutIat, expiresInSeconds, notBeforeSeconds));
}
function checkWidgetId(widgetId, problems2) {
  if (typeof widgetId === "string") return;
  if (widgetId !== void 0 && widgetId !== null) return void problems2.push(notText("widgetId", widgetId));
  const message = "widgetId is required and absent. Copy it from https://fogbender.com/admin/-/-/settings/embed.";
  problems2.push({ code: "field_missing", field: "widgetId", message });
}
function copyOfVersions(versions, problems2) {
  if (versions === void 0 || versions === null) return void 0;
  if (isPlain(versions) && !Object.hasOwn(versions, "__proto__")) {
    const copy = { ...versions };
    if (Object.values(copy).every((version) => typeof version === "string")) return (
      /** @type {Versions} */
      copy
    );
  }
  const message = `versions must be an object of strings${isPlain(versions) ? "" : `, and it is ${kindOf(versions)}`}. Correct it, or leave it out.`;
  problems2.push({ code: "field_invalid", field: "versions", message });
  return void 0;
}

// js/server/signer.js
var DISPOSE = Symbol.dispose ?? /* @__PURE__ */ Symbol.for("Symbol.dispose");
var Signer = class {
  /** @type {Key | undefined} */
  #key;
  /**
   * @param {Secret} secret
   * @param {SecretOptions} [options]
   */
  constructor(secret, options) {
    this.#key = takeKey(secret, readOptions(options, ["allowShortSecret"]).allowShortSecret);
  }
  #live = () => {
    if (this.#key === void 0) throw failure("signer_freed", void 0, "The signer was freed. Make a new one from the secret.");
    return this.#key;
  };
  /**
   * @param {Identity | PartialIdentity} identity
   * @param {SignOptions} [options]
   */
  sign(identity, options) {
    return sign(this.#live, identity, options);
  }
  /**
   * @param {Identity} identity
   * @param {TokenOptions} options
   */
  token(identity, options) {
    return token(this.#live, identity, options);
  }
  /**
   * @param {string} userJWT
   * @param {VerifyOptions} [options]
   */
  verify(userJWT, options) {
    return verify(this.#live, userJWT, options);
  }
  /**
   * @param {object | string} input
   * @param {ExplainOptions} [options]
   */
  explain(input, options) {
    return explainWith(this.#live, input, options);
  }
  free() {
    if (this.#key === void 0) return;
    forget(this.#key);
    this.#key = void 0;
  }
  [DISPOSE]() {
    this.free();
  }
};
function signUserJWT(identity, secret, options) {
  const { allowShortSecret, rest } = split(options);
  return once(secret, allowShortSecret, (key) => sign(key, identity, rest));
}
function createToken(identity, secret, options) {
  const { allowShortSecret, rest } = split(options);
  return once(secret, allowShortSecret, (key) => token(key, identity, rest));
}
function verifyUserJWT(userJWT, secret, options) {
  const { allowShortSecret, rest } = split(options);
  const take2 = (one, before) => takeKey(one, allowShortSecret, before);
  return withKey(secret, take2, (key) => verify(() => key, userJWT, rest));
}
function explainToken(input, secret, options) {
  if (secret === void 0) return explainUnverified(input, options);
  return withKey(secret, takeKeyAsGiven, (key) => explainWith(() => key, input, options));
}
function once(secret, allowShortSecret, work) {
  const key = takeKey(secret, allowShortSecret);
  try {
    return work(() => key);
  } finally {
    forget(key);
  }
}

// js/server/body.js
var MAX_BODY_BYTES = 65536;
var BODY_HEADERS = ["content-length", "transfer-encoding"];
var bodyText = (request) => textOf2(request.body ?? []);
async function textOf2(chunks) {
  const decoder2 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) throw failure("too_large", "body", "The body has more than 65,536 bytes. Send an empty body or {}.");
      text += decoder2.decode(chunk, { stream: true });
    }
    return text + decoder2.decode();
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    throw failure("body_unreadable", "body", "The body did not arrive whole, or it is not UTF-8. Send an empty body or {}.", cause);
  }
}

export {
  provide,
  BODY_HEADERS,
  bodyText,
  textOf2 as textOf,
  assembleToken,
  checkToken,
  secretFingerprint,
  decodeUserJWT,
  FIELDS,
  Signer,
  signUserJWT,
  createToken,
  verifyUserJWT,
  explainToken
};
