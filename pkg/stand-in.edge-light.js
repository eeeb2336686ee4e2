import "./chunk-674VT2GY.js";
import {
  createStandIn
} from "./chunk-Q3DUKLHF.js";
import "./chunk-AKS7OEH3.js";
import "./chunk-3SFH4B7Y.js";
export {
  createStandIn
};
