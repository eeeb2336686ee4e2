import "./chunk-BALV5Q2R.js";
import {
  createStandIn
} from "./chunk-E4RUVPTM.js";
import "./chunk-WDOCNPPF.js";
import "./chunk-TJT2SZ43.js";
export {
  createStandIn
};
