import "./chunk-J7QWXKRQ.js";
import {
  createStandIn
} from "./chunk-C772SEV7.js";
import "./chunk-AKS7OEH3.js";
import "./chunk-3SFH4B7Y.js";
export {
  createStandIn
};
