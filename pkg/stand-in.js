import "./chunk-KRJKMQPI.js";
import {
  createStandIn
} from "./chunk-WRBS62HT.js";
import "./chunk-L5VYZ3N3.js";
import "./chunk-JT2TJXBO.js";
export {
  createStandIn
};
