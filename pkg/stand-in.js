import "./chunk-6APVPSUS.js";
import {
  createStandIn
} from "./chunk-6FIFPI4F.js";
import "./chunk-6ZA3P5AZ.js";
import "./chunk-TJT2SZ43.js";
export {
  createStandIn
};
