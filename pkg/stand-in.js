import {
  createStandIn
} from "./chunk-FCROKJN3.js";
import "./chunk-FAL6TFCB.js";
import "./chunk-BWYVY67L.js";
import "./chunk-52S4OQDH.js";
export {
  createStandIn
};
