import "./chunk-FA2V7L3Z.js";
import {
  createStandIn
} from "./chunk-KTQEWBPS.js";
import "./chunk-I5TJTIO3.js";
import "./chunk-MJNLXUYM.js";
export {
  createStandIn
};
