import "./chunk-DW7WG2J6.js";
import {
  createStandIn
} from "./chunk-HF7ZXRRD.js";
import "./chunk-SSZPOIPV.js";
import "./chunk-RM46UVH2.js";
export {
  createStandIn
};
