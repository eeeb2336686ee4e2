export const CALLS = {
  clock_missing: {
    says: "This target has no clock.",
    cause: "In Rust on wasm32-unknown-unknown, the standard library cannot read the time.",
    fix: "Give the time: issued_at when you sign, now when you verify.",
  },
  option_invalid: {
    says: "… must be a number of seconds, 0 or more.",
    cause: "An option has a value that it cannot take.",
    fix: "Read the message: it names the option and what it takes.",
  },
  option_unknown: {
    says: "… is not an option here.",
    cause: "The option does not exist. Often it is another library's, such as expiresIn.",
    fix: "Take one of the names that the message lists, such as expiresInSeconds.",
  },
  signer_freed: {
    says: "The signer was freed.",
    cause: "The signer was used after free(), or after its using block.",
    fix: "Keep one signer for the whole process, or make a new one.",
  },
  time_in_milliseconds: {
    says: "… looks like milliseconds.",
    cause: "The time is about a thousand times too large. Date.now() counts milliseconds; a JWT counts seconds (RFC 7519 §2).",
    fix: "Divide by 1000 and round down.",
  },
  wasm_blocked: {
    says: "WebAssembly could not be compiled here…",
    cause: "The page's Content-Security-Policy forbids it, or an edge bundler took the wrong build.",
    fix: "On a page, use fogbender-token/page, which needs no WebAssembly. For an edge runtime, see docs/endpoint.md.",
  },
  wasm_unavailable: {
    says: "This environment has no …",
    cause: "There is no WebAssembly (React Native), the CPU has no SIMD for it, or there is no TextEncoder (Jest's jsdom).",
    fix: "In jsdom, set TextEncoder and TextDecoder in a setup file. Elsewhere, let your backend make the token.",
  },
};
