import {
  FogbenderTokenError,
  __esm,
  __export,
  __toCommonJS,
  bare,
  failure,
  isCopy,
  isWellFormed,
  readable,
  snapshot
} from "./chunk-QFNKGY4N.js";

// target/wasm/server/fogbender_token_bg.js
var fogbender_token_bg_exports = {};
__export(fogbender_token_bg_exports, {
  Key: () => Key,
  Rules: () => Rules,
  __wbg_Error_208446807d0d1e30: () => __wbg_Error_208446807d0d1e30,
  __wbg___wbindgen_is_string_fc456fee5d3317de: () => __wbg___wbindgen_is_string_fc456fee5d3317de,
  __wbg___wbindgen_throw_4c88d8bf264fd984: () => __wbg___wbindgen_throw_4c88d8bf264fd984,
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
  check_object: () => check_object,
  decode: () => decode,
  explain: () => explain,
  output: () => output,
  problems: () => problems,
  reserve: () => reserve
});
function assemble(input2) {
  const ret = wasm.assemble(input2);
  return ret;
}
function check_object(input2) {
  const ret = wasm.check_object(input2);
  return ret >>> 0;
}
function decode(input2) {
  const ret = wasm.decode(input2);
  return ret >>> 0;
}
function explain(input2) {
  const ret = wasm.explain(input2);
  return ret;
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
       * Takes a previous secret out of the input; `false` when there are problems.
       * @param {number} secret
       * @param {Rules} rules
       * @returns {boolean}
       */
      add(secret, rules) {
        const ret = wasm.key_add(this.__wbg_ptr, secret, rules);
        return ret !== 0;
      }
      /**
       * Explains the token with the options before it.
       * @param {number} input
       * @returns {any}
       */
      explain(input2) {
        const ret = wasm.key_explain(this.__wbg_ptr, input2);
        return ret;
      }
      /**
       * Answers a request to the stand-in, a body with `METHOD path authorization` before it, and leaves zeros where it
       * was; the output is the status, three digits, and the body.
       * @param {number} input
       * @returns {number}
       */
      respond(input2) {
        const ret = wasm.key_respond(this.__wbg_ptr, input2);
        return ret >>> 0;
      }
      /**
       * Signs the claims with the options before them; the output is the userJWT.
       * @param {number} input
       * @returns {number}
       */
      sign(input2) {
        const ret = wasm.key_sign(this.__wbg_ptr, input2);
        return ret >>> 0;
      }
      /**
       * Like `sign`, for an identity that must have every field of a token.
       * @param {number} input
       * @returns {number}
       */
      sign_complete(input2) {
        const ret = wasm.key_sign_complete(this.__wbg_ptr, input2);
        return ret >>> 0;
      }
      /**
       * Like `sign_complete`, for an identity from which JavaScript then assembles a token.
       * @param {number} input
       * @returns {number}
       */
      sign_for_token(input2) {
        const ret = wasm.key_sign_for_token(this.__wbg_ptr, input2);
        return ret >>> 0;
      }
      /**
       * Takes the secret out of the input, where it leaves zeros; `undefined` when there are problems.
       * @param {number} secret
       * @param {Rules} rules
       * @returns {Key | undefined}
       */
      static take(secret, rules) {
        const ret = wasm.key_take(secret, rules);
        return ret === 0 ? void 0 : _Key.__wrap(ret);
      }
      /**
       * Verifies the userJWT with the options before it; the output is the payload.
       * @param {number} input
       * @returns {number}
       */
      verify(input2) {
        const ret = wasm.key_verify(this.__wbg_ptr, input2);
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
       * All but that of its length.
       */
      ShortAllowed: 1,
      "1": "ShortAllowed",
      /**
       * None: it is to be explained what is wrong with it.
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

// js/wasm.js
var loadModule;
var rust;
var memory;
var stackPointer;
var stackTop;
var input;
var inside = true;
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
    stackPointer = exports.__stack_pointer;
    stackTop = stackPointer.value;
    rust = bindings;
  }
  if (inside) mend();
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
    throw failure("wasm_blocked", void 0, `WebAssembly could not be compiled here (${cause?.message}). ${ways}`, cause);
  }
}
function mend() {
  stackPointer.value = stackTop;
  input = viewOf(4096);
  inside = false;
}
function viewOf(bytes) {
  const address = rust.reserve(bytes);
  return new Uint8Array(memory.buffer, address, bytes);
}
function room(bytes) {
  start();
  inside = true;
  if (input.length < bytes) input = viewOf(bytes);
  return input;
}
function begin(text, options = "") {
  const both = `${options}
${text}`;
  return encodeInto(both, room(both.length * 3));
}
var encodeInto = (text, view) => encoder.encodeInto(text, view).written;
function end(answer) {
  inside = false;
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
  const address = end(rust.output());
  return decoder.decode(new Uint8Array(memory.buffer, address, length));
}
function refusal() {
  inside = true;
  return new FogbenderTokenError(end(rust.problems()));
}

// js/body.js
var MAX_BODY_BYTES = 65536;
async function bodyText(request) {
  const decoder2 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) throw failure("too_large", "body", "The body has more than 65,536 bytes.");
      text += decoder2.decode(chunk, { stream: true });
    }
    return text + decoder2.decode();
  } catch (cause) {
    if (cause?.code === "too_large") throw cause;
    throw failure("body_unreadable", "body", "The body did not arrive whole, or is not UTF-8.", cause);
  }
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
    return encodeInto(secret, room(MAX_BYTES));
  }
  if (!isBytes(secret)) {
    const isList = readable("secret", () => Array.isArray(secret));
    const kind = isList ? "a list, which only verifyUserJWT and explainToken take." : `of type ${typeof secret}: were the arguments swapped?`;
    throw failure("secret_not_text", "secret", `The secret must be a string or a Uint8Array, and it is ${kind} ${WHERE}`);
  }
  return readable("secret", () => {
    const bytes = new Uint8Array(secret.buffer, secret.byteOffset, Math.min(secret.byteLength, MAX_BYTES));
    room(MAX_BYTES).set(bytes);
    return bytes.length;
  });
}
var isBytes = (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
function takeKey(secret, allowShortSecret, before) {
  if (typeof (allowShortSecret ?? false) !== "boolean") {
    throw failure("option_invalid", "allowShortSecret", "allowShortSecret must be true or false.");
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
  const list = readable("secret", () => Array.isArray(secrets) ? [...secrets] : [secrets]);
  if (list.length === 0) throw failure("secret_missing", "secret", `The list of secrets is empty. ${WHERE}`);
  let key;
  try {
    for (const secret of list) key = take2(secret, key);
    return work(key);
  } finally {
    forget(key);
  }
}
function forget(key) {
  key?.free();
  wipeStack();
}
function splitOptions(options) {
  const copy = snapshot("options", options);
  if (!isCopy(copy)) return { rest: copy };
  const { allowShortSecret, ...rest } = copy;
  return { allowShortSecret, rest: bare(rest) };
}

export {
  rust,
  provide,
  begin,
  end,
  wipeStack,
  accepted,
  written,
  refusal,
  bodyText,
  takeKey,
  takeKeyAsGiven,
  withKey,
  forget,
  splitOptions
};
