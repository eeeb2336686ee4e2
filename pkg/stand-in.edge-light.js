import "./chunk-674VT2GY.js";
import {
  createStandIn
} from "./chunk-C772SEV7.js";
import "./chunk-AKS7OEH3.js";
import "./chunk-3SFH4B7Y.js";
export {
  createStandIn
};
