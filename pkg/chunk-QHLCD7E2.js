import {
  provide
} from "./chunk-D2BJPLF7.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
