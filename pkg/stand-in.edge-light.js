import "./chunk-ACSMNPWS.js";
import {
  createStandIn
} from "./chunk-JXDNEFX4.js";
import "./chunk-KP3SFB2O.js";
import "./chunk-3SFH4B7Y.js";
export {
  createStandIn
};
