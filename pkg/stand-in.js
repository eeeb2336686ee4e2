import "./chunk-GBYTXBTU.js";
import {
  createStandIn
} from "./chunk-NL7EOBKW.js";
import "./chunk-J2WD3STV.js";
import "./chunk-JT2TJXBO.js";
export {
  createStandIn
};
