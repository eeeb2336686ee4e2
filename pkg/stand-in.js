import "./chunk-OIY2SSJW.js";
import {
  createStandIn
} from "./chunk-ZFSH6I42.js";
import "./chunk-YZ544LV7.js";
import "./chunk-AX6K4UAF.js";
export {
  createStandIn
};
