import {
  createStandIn
} from "./chunk-X6R6FM57.js";
import "./chunk-ZZFPJST2.js";
import "./chunk-IKLAACJE.js";
import "./chunk-LXHB3623.js";
export {
  createStandIn
};
