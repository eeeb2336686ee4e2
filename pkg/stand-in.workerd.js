import "./chunk-4S2EBV3K.js";
import {
  createStandIn
} from "./chunk-P6TD2B4W.js";
import "./chunk-NPCQHT3P.js";
import "./chunk-AX6K4UAF.js";
export {
  createStandIn
};
