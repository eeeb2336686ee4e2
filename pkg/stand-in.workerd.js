import "./chunk-CEOCS2YF.js";
import {
  createStandIn
} from "./chunk-WPFXRZWZ.js";
import "./chunk-X3KPV6FI.js";
import "./chunk-QFNKGY4N.js";
export {
  createStandIn
};
