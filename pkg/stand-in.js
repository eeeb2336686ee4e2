import {
  createStandIn
} from "./chunk-E2EFUPXQ.js";
import "./chunk-XOOLO6SK.js";
import "./chunk-QS6UDLVL.js";
import "./chunk-NB2SWW3A.js";
export {
  createStandIn
};
