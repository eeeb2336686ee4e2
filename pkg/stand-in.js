import {
  createStandIn
} from "./chunk-KTQEWBPS.js";
import "./chunk-V3ZNGRTQ.js";
import "./chunk-I5TJTIO3.js";
import "./chunk-MJNLXUYM.js";
export {
  createStandIn
};
