import "./chunk-KIYXQF5C.js";
import {
  createStandIn
} from "./chunk-72ELWHXR.js";
import "./chunk-VYPCFTDV.js";
import "./chunk-YABZV6SV.js";
export {
  createStandIn
};
