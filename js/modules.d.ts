// What esbuild puts in the place of these imports: see scripts/bundle.sh.

declare module "wasm" {
  /** The compiled module, as hexadecimal text. */
  const hex: string;
  export default hex;
}

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.html" {
  const text: string;
  export default text;
}

/** The bindings that wasm-bindgen makes of wasm/src, which has their docs. The browser's build has no Key and no fingerprint. */
declare module "rust" {
  import type { Explanation, Problem } from "../entries/index.d.ts";

  export class Key {
    private constructor();
    static take(length: number, rules: number): Key | undefined;
    add(length: number, rules: number): boolean;
    sign(
      length: number,
      partial: boolean,
      hasMore: boolean,
      checksWidgetId: boolean,
      issuedAt: number,
      leavesOutIat: boolean,
      expiresInSeconds: number,
      notBeforeSeconds: number,
    ): number;
    verify(length: number, now: number, tolerance: number): number;
    explain(length: number, now: number, tolerance: number, signatureType: number): Explanation | undefined;
    free(): void;
  }
  export const Rules: { All: number; ShortAllowed: number; AsGiven: number };
  export function check(length: number): boolean;
  export function decode(length: number): number;
  export function explain(length: number, now: number, tolerance: number, signatureType: number): Explanation | undefined;
  export function fingerprint(length: number, rules: number): number;
  export function problems(): Problem[];
  export function reserve(bytes: number): number;
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
}
