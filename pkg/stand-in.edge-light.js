import "./chunk-R3ULPZBW.js";
import {
  createStandIn
} from "./chunk-HF7ZXRRD.js";
import "./chunk-SSZPOIPV.js";
import "./chunk-RM46UVH2.js";
export {
  createStandIn
};
