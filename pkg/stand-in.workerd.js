import "./chunk-QHLCD7E2.js";
import {
  createStandIn
} from "./chunk-TEWOJXKF.js";
import "./chunk-D2BJPLF7.js";
import "./chunk-HQIZ7F5K.js";
export {
  createStandIn
};
