import {
  provide
} from "./chunk-BQ466UKA.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
