import {
  createStandIn
} from "./chunk-REA5XGCC.js";
import "./chunk-EYWSBNGM.js";
import "./chunk-KWEIPSYF.js";
import "./chunk-3HD5DRD6.js";
export {
  createStandIn
};
