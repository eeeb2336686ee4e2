import {
  createStandIn
} from "./chunk-BC7EYMFF.js";
import "./chunk-VF6FD3PS.js";
import "./chunk-2W7WQ2OW.js";
export {
  createStandIn
};
