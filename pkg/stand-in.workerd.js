import "./chunk-AK3DHM2V.js";
import {
  createStandIn
} from "./chunk-ZFSH6I42.js";
import "./chunk-YZ544LV7.js";
import "./chunk-AX6K4UAF.js";
export {
  createStandIn
};
