import "./chunk-7CM5EEI5.js";
import {
  createStandIn
} from "./chunk-RJIJCN7C.js";
import "./chunk-GTKKJTHZ.js";
import "./chunk-LXHB3623.js";
export {
  createStandIn
};
