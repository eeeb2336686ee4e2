import {
  provide
} from "./chunk-NPCQHT3P.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
