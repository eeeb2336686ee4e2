export const CALLS = {
  clock_missing: {
    cause: "In Rust on wasm32-unknown-unknown, the standard library cannot read the time.",
    fix: "Give the time as issued_at to sign, or as now to verify.",
  },
  option_invalid: {
    cause: "An option has a value that it cannot take.",
    fix: "Read the message. It names the option and what it takes.",
  },
  option_unknown: {
    cause: "The option does not exist. Often it is another library's, such as expiresIn.",
    fix: "Take one of the names that the message lists, such as expiresInSeconds.",
  },
  signer_freed: {
    cause: "The signer was used after free(), or after its using block.",
    fix: "Keep one signer for the whole process, or make a new one.",
  },
  time_in_milliseconds: {
    cause: "The time is about a thousand times too large. Date.now() counts milliseconds, but a JWT counts seconds (RFC 7519 §2).",
    fix: "Divide by 1000 and round down.",
  },
  wasm_blocked: {
    cause: "The page's Content-Security-Policy forbids it, or an edge bundler took the wrong build.",
    fix: "On a page, use fogbender-token/page, which needs no WebAssembly. For an edge runtime, see docs/endpoint.md.",
  },
  wasm_unavailable: {
    cause: "There is no WebAssembly (React Native), the CPU has no SIMD for it, or there is no TextEncoder (Jest's jsdom).",
    fix: "In jsdom, set TextEncoder and TextDecoder in a setup file. Elsewhere, let your backend make the token.",
  },
};
