import "./chunk-5Y4MF7MB.js";
import {
  createStandIn
} from "./chunk-PLKHSYOD.js";
import "./chunk-MINMDDUT.js";
import "./chunk-PL3V2E6F.js";
export {
  createStandIn
};
