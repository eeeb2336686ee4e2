import {
  createStandIn
} from "./chunk-KTQEWBPS.js";
import "./chunk-FPRJZQTH.js";
import "./chunk-I5TJTIO3.js";
import "./chunk-MJNLXUYM.js";
export {
  createStandIn
};
