import {
  provide
} from "./chunk-I5TJTIO3.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
