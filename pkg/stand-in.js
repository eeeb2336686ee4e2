import {
  createStandIn
} from "./chunk-RJIJCN7C.js";
import "./chunk-OVDYTIY6.js";
import "./chunk-GTKKJTHZ.js";
import "./chunk-LXHB3623.js";
export {
  createStandIn
};
