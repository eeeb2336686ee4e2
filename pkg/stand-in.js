import "./chunk-AM3OCSJH.js";
import {
  createStandIn
} from "./chunk-P6TD2B4W.js";
import "./chunk-NPCQHT3P.js";
import "./chunk-AX6K4UAF.js";
export {
  createStandIn
};
