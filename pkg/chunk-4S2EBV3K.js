import {
  provide
} from "./chunk-NPCQHT3P.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
