import "./chunk-7HTU3OHA.js";
import {
  createStandIn
} from "./chunk-72ELWHXR.js";
import "./chunk-VYPCFTDV.js";
import "./chunk-YABZV6SV.js";
export {
  createStandIn
};
