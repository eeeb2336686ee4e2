import {
  provide
} from "./chunk-YZ544LV7.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
