import "./chunk-CO7UWPZ6.js";
import {
  createStandIn
} from "./chunk-BC7EYMFF.js";
import "./chunk-2W7WQ2OW.js";
export {
  createStandIn
};
