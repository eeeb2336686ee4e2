// What esbuild resolves when it puts the package together: TypeScript is told here what it is.
declare module "rust";
declare module "wasm" {
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
