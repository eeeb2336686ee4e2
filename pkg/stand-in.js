import {
  createStandIn
} from "./chunk-FCROKJN3.js";
import "./chunk-T5KDUKSI.js";
import "./chunk-BWYVY67L.js";
import "./chunk-52S4OQDH.js";
export {
  createStandIn
};
