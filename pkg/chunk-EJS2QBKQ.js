import {
  provide
} from "./chunk-MINMDDUT.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
