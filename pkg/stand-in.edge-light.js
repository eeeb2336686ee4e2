import "./chunk-YQ2OJPLS.js";
import {
  createStandIn
} from "./chunk-RCSO2CTG.js";
import "./chunk-BQ466UKA.js";
import "./chunk-LXHB3623.js";
export {
  createStandIn
};
