import "./chunk-VDC6OH5B.js";
import {
  createStandIn
} from "./chunk-BC7EYMFF.js";
import "./chunk-2W7WQ2OW.js";
export {
  createStandIn
};
