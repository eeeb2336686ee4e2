var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// target/wasm/server/fogbender_token_bg.js
var fogbender_token_bg_exports = {};
__export(fogbender_token_bg_exports, {
  Key: () => Key,
  __wbg_Error_208446807d0d1e30: () => __wbg_Error_208446807d0d1e30,
  __wbg___wbindgen_is_string_fc456fee5d3317de: () => __wbg___wbindgen_is_string_fc456fee5d3317de,
  __wbg___wbindgen_throw_4c88d8bf264fd984: () => __wbg___wbindgen_throw_4c88d8bf264fd984,
  __wbg_key_unwrap: () => __wbg_key_unwrap,
  __wbg_new_37eb45aaf5eeb820: () => __wbg_new_37eb45aaf5eeb820,
  __wbg_new_7075786089b89c5e: () => __wbg_new_7075786089b89c5e,
  __wbg_new_cd4348290afae586: () => __wbg_new_cd4348290afae586,
  __wbg_now_463ac581d2fc7ea3: () => __wbg_now_463ac581d2fc7ea3,
  __wbg_set_8282f7e0d2d01336: () => __wbg_set_8282f7e0d2d01336,
  __wbg_set_d2d33b52458e984a: () => __wbg_set_d2d33b52458e984a,
  __wbg_set_e4b9a833d288759a: () => __wbg_set_e4b9a833d288759a,
  __wbg_set_wasm: () => __wbg_set_wasm,
  __wbindgen_generic_0000000000000001: () => __wbindgen_generic_0000000000000001,
  __wbindgen_init_externref_table: () => __wbindgen_init_externref_table,
  assemble: () => assemble,
  check: () => check,
  check_object: () => check_object,
  decode: () => decode,
  explain: () => explain,
  explain_any: () => explain_any,
  limit: () => limit,
  output: () => output,
  problems: () => problems,
  reserve: () => reserve,
  verify_any: () => verify_any
});
function assemble(parts) {
  const ret = wasm.assemble(parts);
  return ret;
}
function check(token2) {
  const ret = wasm.check(token2);
  return ret !== 0;
}
function check_object(text) {
  const ret = wasm.check_object(text);
  return ret !== 0;
}
function decode(user_jwt) {
  const ret = wasm.decode(user_jwt);
  return ret >>> 0;
}
function explain(token2, options) {
  const ret = wasm.explain(token2, options);
  return ret;
}
function explain_any(keys, token2, options) {
  const val2 = +token2;
  const val3 = +options;
  const ptr0 = passArrayJsValueToWasm0(keys, wasm.__wbindgen_malloc);
  const len0 = WASM_VECTOR_LEN;
  const ret = wasm.explain_any(ptr0, len0, val2, val3);
  return ret;
}
function limit() {
  const ret = wasm.limit();
  return ret >>> 0;
}
function output() {
  const ret = wasm.output();
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
function verify_any(keys, user_jwt, options) {
  const val2 = +user_jwt;
  const val3 = +options;
  const ptr0 = passArrayJsValueToWasm0(keys, wasm.__wbindgen_malloc);
  const len0 = WASM_VECTOR_LEN;
  const ret = wasm.verify_any(ptr0, len0, val2, val3);
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
function __wbg_key_unwrap(arg0) {
  const ret = Key.__unwrap(arg0);
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
function __wbg_now_463ac581d2fc7ea3() {
  const ret = Date.now();
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
function addToExternrefTable0(obj) {
  const idx = wasm.__externref_table_alloc();
  wasm.__wbindgen_externrefs.set(idx, obj);
  return idx;
}
function getDataViewMemory0() {
  if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || cachedDataViewMemory0.buffer.detached === void 0 && cachedDataViewMemory0.buffer !== wasm.memory.buffer) {
    cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
  }
  return cachedDataViewMemory0;
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
function passArrayJsValueToWasm0(array, malloc) {
  const ptr = malloc(array.length * 4, 4) >>> 0;
  for (let i = 0; i < array.length; i++) {
    const add = addToExternrefTable0(array[i]);
    getDataViewMemory0().setUint32(ptr + 4 * i, add, true);
  }
  WASM_VECTOR_LEN = array.length;
  return ptr;
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
var Key, KeyFinalization, cachedDataViewMemory0, cachedUint8ArrayMemory0, cachedTextDecoder, MAX_SAFARI_DECODE_BYTES, numBytesDecoded, WASM_VECTOR_LEN, wasm;
var init_fogbender_token_bg = __esm({
  "target/wasm/server/fogbender_token_bg.js"() {
    Key = class _Key {
      static __wrap(ptr) {
        const obj = Object.create(_Key.prototype);
        obj.__wbg_ptr = ptr;
        KeyFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
      }
      static __unwrap(jsValue) {
        if (!(jsValue instanceof _Key)) {
          return 0;
        }
        return jsValue.__destroy_into_raw();
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
       * Explains the token with the options behind it.
       * @param {number} token
       * @param {number} options
       * @returns {any}
       */
      explain(token2, options) {
        const ret = wasm.key_explain(this.__wbg_ptr, token2, options);
        return ret;
      }
      /**
       * Signs the claims with the options behind them; the output is the userJWT.
       * @param {number} claims
       * @param {number} options
       * @returns {number}
       */
      sign(claims, options) {
        const ret = wasm.key_sign(this.__wbg_ptr, claims, options);
        return ret >>> 0;
      }
      /**
       * Like `sign`, for an identity from which JavaScript then assembles a token.
       * @param {number} claims
       * @param {number} options
       * @returns {number}
       */
      sign_for_token(claims, options) {
        const ret = wasm.key_sign_for_token(this.__wbg_ptr, claims, options);
        return ret >>> 0;
      }
      /**
       * Takes the secret out of the input, where it leaves zeros, if it keeps every rule but perhaps that of its length;
       * `undefined` when there are problems.
       * @param {number} secret
       * @param {boolean} allow_short_secret
       * @returns {Key | undefined}
       */
      static take(secret, allow_short_secret) {
        const ret = wasm.key_take(secret, allow_short_secret);
        return ret === 0 ? void 0 : _Key.__wrap(ret);
      }
      /**
       * Like `take`, for a secret of which it is to be explained what is wrong with it.
       * @param {number} secret
       * @returns {Key | undefined}
       */
      static take_as_given(secret) {
        const ret = wasm.key_take_as_given(secret);
        return ret === 0 ? void 0 : _Key.__wrap(ret);
      }
      /**
       * Verifies the userJWT with the options behind it; the output is the payload.
       * @param {number} user_jwt
       * @param {number} options
       * @returns {number}
       */
      verify(user_jwt, options) {
        const ret = wasm.key_verify(this.__wbg_ptr, user_jwt, options);
        return ret >>> 0;
      }
    };
    if (Symbol.dispose) Key.prototype[Symbol.dispose] = Key.prototype.free;
    KeyFinalization = typeof FinalizationRegistry === "undefined" ? { register: () => {
    }, unregister: () => {
    } } : new FinalizationRegistry((ptr) => wasm.__wbg_key_free(ptr, 1));
    cachedDataViewMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
    cachedTextDecoder.decode();
    MAX_SAFARI_DECODE_BYTES = 2146435072;
    numBytesDecoded = 0;
    WASM_VECTOR_LEN = 0;
  }
});

// js/error.js
var FogbenderTokenError = class extends Error {
  /**
   * @param {Problem[]} problems never empty
   * @param {ErrorOptions} [options]
   */
  constructor(problems2, options) {
    super(problems2.map((problem) => problem.message).join(" "), options);
    this.code = problems2[0].code;
    if (problems2[0].field !== void 0) this.field = problems2[0].field;
    this.problems = problems2;
  }
};
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });
function failure(code, field, message, cause) {
  const problem = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === void 0 ? void 0 : { cause });
}

// js/wasm.js
var TOO_LONG = 4294967295;
var loadModule;
var rust;
var memory;
var limit2;
var input;
var encoder;
var decoder;
function provide(load) {
  loadModule ??= load;
}
function start() {
  if (rust === void 0) {
    requireGlobals();
    const bindings = (init_fogbender_token_bg(), __toCommonJS(fogbender_token_bg_exports));
    const { exports } = instantiate(bindings);
    bindings.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    encoder = new TextEncoder();
    decoder = new TextDecoder();
    memory = exports.memory;
    limit2 = bindings.limit();
    rust = bindings;
    reserve2(4096);
  }
  return rust;
}
function requireGlobals() {
  for (const name of ["WebAssembly", "TextEncoder", "TextDecoder"]) {
    if (globalThis[name] === void 0) {
      const way = name === "WebAssembly" ? "" : " Jest's jsdom environment lacks it: set globalThis.TextEncoder and TextDecoder from node:util in a setup file.";
      throw failure("wasm_unavailable", void 0, `This environment has no ${name}, which fogbender-token needs.${way}`);
    }
  }
}
function instantiate(bindings) {
  try {
    return new WebAssembly.Instance(loadModule(), { "./fogbender_token_bg.js": bindings });
  } catch (cause) {
    const ways = "On a page, the Content-Security-Policy's script-src needs 'wasm-unsafe-eval'. In an edge runtime, the bundler must resolve the package with the runtime's condition, workerd or edge-light.";
    throw failure("wasm_blocked", void 0, `WebAssembly could not be compiled here. ${ways}`, cause);
  }
}
function reserve2(bytes) {
  const address = rust.reserve(bytes);
  input = new Uint8Array(memory.buffer, address, bytes);
}
function room(bytes) {
  start();
  if (input.length < bytes) reserve2(Math.max(bytes, 4096));
  return input;
}
function call(run, first, second = "") {
  start();
  if (first.length > limit2) return run(TOO_LONG, 0);
  const fits = second.length <= limit2;
  const view = room((first.length + (fits ? second.length : 0)) * 3);
  const written2 = encoder.encodeInto(first, view).written;
  if (!fits) return run(written2, TOO_LONG);
  return run(written2, second === "" ? 0 : encoder.encodeInto(second, view.subarray(written2)).written);
}
function accepted(answer) {
  if (answer === void 0) throw refusal();
  return answer;
}
function written(length) {
  if (length === 0) throw refusal();
  return decoder.decode(new Uint8Array(memory.buffer, rust.output(), length));
}
var refusal = () => new FogbenderTokenError(rust.problems());

// js/values.js
var LONE_SURROGATE = /\p{Surrogate}/u;
var isWellFormed = (text) => !LONE_SURROGATE.test(text);
function readable(name, read) {
  try {
    return read();
  } catch (cause) {
    throw failure("not_readable", name, `${name} could not be read: a getter, a toJSON or a Proxy of its own threw.`, cause);
  }
}
var data = (name, object) => readable(name, () => typeof object?.toJSON === "function" ? object.toJSON() : object);
function jsonText(name, object) {
  const given = data(name, object);
  return readable(name, () => JSON.stringify(isPlain(given) ? given : described(given, 2)));
}
var optionsText = (options) => options === void 0 ? "" : jsonText("options", options);
function isPlain(object) {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return false;
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (typeof value !== "string" && !Number.isFinite(value) && typeof value !== "boolean") return false;
  }
  return true;
}
function described(value, depth) {
  switch (typeof value) {
    case "string":
      return isWellFormed(value) ? value : ["ill-formed"];
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : [String(value)];
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value)) return ["array"];
      const entries = depth > 0 ? Object.entries(value) : [];
      return Object.fromEntries(entries.map(([name, member]) => [name, described(member, depth - 1)]));
    }
    default:
      return [typeof value];
  }
}

// js/token.js
function assembleToken(parts) {
  return accepted(call((length) => start().assemble(length), jsonText("token", parts)));
}
function checkToken(token2) {
  if (token2 === void 0 || call((length) => start().check(length), jsonText("token", token2))) return void 0;
  const messages = /* @__PURE__ */ new Map();
  for (const { field, message } of refusal().problems) {
    messages.set(field, messages.has(field) ? `${messages.get(field)} ${message}` : message);
  }
  return Object.fromEntries(messages);
}
function explainUnverified(token2, options) {
  const text = jsonText("token", token2);
  return accepted(call((given, rest) => start().explain(given, rest), text, optionsText(options)));
}

// js/user-jwt.js
function jwtText(userJWT) {
  if (typeof userJWT === "string") return userJWT;
  const kind = userJWT === null ? "null" : typeof userJWT;
  throw failure("jwt_not_string", "userJWT", `userJWT must be a string, and it is ${kind}.`);
}
function decodeUserJWT(userJWT) {
  return JSON.parse(written(call((length) => start().decode(length), jwtText(userJWT))));
}

// js/secret.js
var MAX_BYTES = 5e3;
var WHERE = "Copy the workspace secret from https://fogbender.com/admin/-/-/settings/embed.";
function write(secret) {
  if (secret === void 0 || secret === null) {
    throw failure("secret_missing", "secret", `There is no secret: the environment variable is probably unset. ${WHERE}`);
  }
  if (typeof secret === "string") {
    if (!isWellFormed(secret)) {
      throw failure("secret_not_well_formed", "secret", "The secret holds a lone surrogate: give its bytes as a Uint8Array.");
    }
    return new TextEncoder().encodeInto(secret, room(MAX_BYTES)).written;
  }
  if (!(secret instanceof Uint8Array)) {
    throw failure("secret_not_text", "secret", `The secret must be a string or a Uint8Array. ${WHERE}`);
  }
  const bytes = secret.subarray(0, MAX_BYTES);
  room(MAX_BYTES).set(bytes);
  return bytes.length;
}
function takeKey(secret, allowShortSecret = false) {
  if (typeof allowShortSecret !== "boolean") {
    throw failure("option_invalid", "allowShortSecret", "allowShortSecret must be true or false.");
  }
  return accepted(start().Key.take(write(secret), allowShortSecret));
}
var takeKeyAsGiven = (secret) => accepted(start().Key.take_as_given(write(secret)));
function takeKeys(secrets, take) {
  const list = Array.isArray(secrets) ? secrets : [secrets];
  if (list.length === 0) throw failure("secret_missing", "secret", `The list of secrets is empty. ${WHERE}`);
  const keys = [];
  try {
    for (const secret of list) keys.push(take(secret));
    return keys;
  } catch (error) {
    for (const key of keys) key.free();
    throw error;
  }
}
function splitOptions(options) {
  if (typeof options !== "object" || options === null || Array.isArray(options)) return { rest: options };
  return readable("options", () => {
    const { secret, allowShortSecret, ...rest } = options;
    return { secret, allowShortSecret, rest };
  });
}

// js/signer.js
var Signer = class {
  #key;
  constructor(secret, options) {
    const { allowShortSecret, secret: _, rest } = splitOptions(options);
    const unknown = Object.keys(rest ?? {});
    if (unknown.length > 0) {
      throw failure("option_unknown", unknown[0], `${unknown[0]} is not an option of new Signer; there is allowShortSecret.`);
    }
    this.#key = takeKey(secret, allowShortSecret);
  }
  get #live() {
    if (this.#key === void 0) throw failure("signer_freed", void 0, "The signer was freed: make a new one from the secret.");
    return this.#key;
  }
  sign(identity, options) {
    return sign(this.#live, identity, options);
  }
  verify(userJWT, options) {
    return verify(this.#live, userJWT, options);
  }
  token(identity, options) {
    return token(this.#live, identity, options);
  }
  explain(token2, options) {
    const key = this.#live;
    return accepted(call((given, rest) => key.explain(given, rest), jsonText("token", token2), optionsText(options)));
  }
  free() {
    this.#key?.free();
    this.#key = void 0;
  }
  // Runtimes without explicit resource management have no such symbol yet.
  [Symbol.dispose ?? /* @__PURE__ */ Symbol.for("Symbol.dispose")]() {
    this.free();
  }
};
function signUserJWT(identity, secret, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  return once(secret, allowShortSecret, (key) => sign(key, identity, rest));
}
function createToken(identity, options) {
  const { secret, allowShortSecret, rest } = splitOptions(options);
  return once(secret, allowShortSecret, (key) => token(key, identity, rest));
}
function verifyUserJWT(userJWT, secret, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  const jwt = jwtText(userJWT);
  const given = optionsText(rest);
  const keys = takeKeys(secret, (one) => takeKey(one, allowShortSecret));
  return JSON.parse(written(call((jwt2, rest2) => start().verify_any(keys, jwt2, rest2), jwt, given)));
}
function explainToken(token2, secret, options) {
  if (secret === void 0) return explainUnverified(token2, options);
  const text = jsonText("token", token2);
  const given = optionsText(options);
  const keys = takeKeys(secret, takeKeyAsGiven);
  return accepted(call((token3, rest) => start().explain_any(keys, token3, rest), text, given));
}
function once(secret, allowShortSecret, work) {
  const key = takeKey(secret, allowShortSecret);
  try {
    return work(key);
  } finally {
    key.free();
  }
}
function sign(key, identity, options) {
  const claims = jsonText("identity", identity);
  return written(call((given, rest) => key.sign(given, rest), claims, optionsText(options)));
}
function verify(key, userJWT, options) {
  return JSON.parse(written(call((jwt, rest) => key.verify(jwt, rest), jwtText(userJWT), optionsText(options))));
}
function token(key, given, options) {
  const identity = data("identity", given);
  const claims = jsonText("identity", identity);
  const userJWT = written(call((length, rest) => key.sign_for_token(length, rest), claims, optionsText(options)));
  return readable("identity", () => {
    const { customerId, customerName, userId, userEmail, userName, userAvatarUrl } = identity;
    const token2 = { widgetId: options.widgetId, customerId, customerName, userId, userEmail, userName, userJWT };
    if (userAvatarUrl !== void 0) token2.userAvatarUrl = userAvatarUrl;
    if (options.versions != null) token2.versions = { ...options.versions };
    return token2;
  });
}

// js/signatures.js
var DEFAULT_URL = "https://api.fogbender.com/signatures";
var DEFAULT_TIMEOUT_SECONDS = 10;
var MAX_ANSWER_CHARACTERS = 262144;
var OPTIONS = ["secret", "allowShortSecret", "url", "fetch", "signal", "timeoutSeconds"];
async function requestSignatures(identity, options) {
  const request = readOptions(options);
  const claims = data("identity", identity);
  const key = takeKey(request.secret, request.allowShortSecret);
  try {
    sign(key, claims);
    const userJWT = await post(request, jsonText("identity", claims));
    checkAnswer(key, userJWT, claims);
    return { userJWT };
  } finally {
    key.free();
  }
}
function readOptions(options) {
  const given = readable("options", () => ({ ...options }));
  for (const name of Object.keys(given)) {
    if (!OPTIONS.includes(name)) throw failure("option_unknown", name, `${name} is not an option here; these are: ${OPTIONS.join(", ")}.`);
  }
  const { fetch = globalThis.fetch, signal, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = given;
  if (typeof fetch !== "function") throw failure("option_invalid", "fetch", "fetch must be a function like the global one.");
  if (signal !== void 0 && !(signal instanceof AbortSignal)) {
    throw failure("option_invalid", "signal", "signal must be an AbortSignal.");
  }
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 3600)) {
    throw failure("option_invalid", "timeoutSeconds", "timeoutSeconds must be a number from more than 0 to 3600.");
  }
  return { ...given, fetch, timeoutSeconds, url: secureUrl(given.url ?? DEFAULT_URL) };
}
function secureUrl(given) {
  const url = URL.canParse(given) ? new URL(given) : void 0;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname);
  if (url?.protocol === "https:" || url?.protocol === "http:" && isLoopback) return url.href;
  throw failure("option_invalid", "url", "url must be https, or http on this machine: the secret is sent to it.");
}
async function post({ url, secret, fetch, signal, timeoutSeconds }, body) {
  const bearer = typeof secret === "string" ? secret : new TextDecoder().decode(secret);
  const timeout = AbortSignal.timeout(timeoutSeconds * 1e3);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json", accept: "application/json" },
      body,
      // Followed, a redirect could carry the secret elsewhere.
      redirect: "manual",
      signal: signal === void 0 ? timeout : AbortSignal.any([signal, timeout])
    });
    if (response.status === 401 || response.status === 403) {
      throw failure("signatures_unauthorized", void 0, `Fogbender refused the secret (${response.status}): copy it anew from its settings.`);
    }
    if (response.status !== 200) {
      const status = response.status === 0 ? "a redirect" : `status ${response.status}`;
      throw failure("signatures_bad_response", void 0, `The signatures API answered with ${status} instead of 200.`);
    }
    return signatureIn(await response.text());
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    const why = timeout.aborted ? `in ${timeoutSeconds} s` : signal?.aborted ? "before the request was aborted" : "at all";
    throw failure("signatures_unreachable", void 0, `The signatures API did not answer ${why}: sign locally, or try again.`, cause);
  }
}
function signatureIn(text) {
  let answer;
  try {
    answer = text.length <= MAX_ANSWER_CHARACTERS ? JSON.parse(text) : void 0;
  } catch {
    answer = void 0;
  }
  const userJWT = answer?.signatures?.userJWT;
  if (typeof userJWT === "string") return userJWT;
  throw failure("signatures_bad_response", void 0, 'The signatures API answered without {"signatures":{"userJWT":\u2026}}.');
}
function checkAnswer(key, userJWT, identity) {
  let claims;
  try {
    claims = verify(key, userJWT);
  } catch (cause) {
    throw failure("signatures_bad_response", "userJWT", "The signatures API answered with a userJWT that this secret did not sign.", cause);
  }
  const { iat, nbf, exp, ...signed } = claims;
  const names = /* @__PURE__ */ new Set([...Object.keys(signed), ...Object.keys(identity)]);
  for (const name of names) {
    if (signed[name] !== identity[name]) {
      throw failure("signatures_bad_response", name, "The signatures API answered with a userJWT for another identity.");
    }
  }
}

export {
  FogbenderTokenError,
  failure,
  provide,
  start,
  call,
  accepted,
  assembleToken,
  checkToken,
  decodeUserJWT,
  Signer,
  signUserJWT,
  createToken,
  verifyUserJWT,
  explainToken,
  requestSignatures
};
