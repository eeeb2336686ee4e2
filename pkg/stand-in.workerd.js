import "./chunk-XF4J7LMD.js";
import {
  createStandIn
} from "./chunk-JYBUGWY4.js";
import "./chunk-44MKYPH6.js";
import "./chunk-52S4OQDH.js";
export {
  createStandIn
};
