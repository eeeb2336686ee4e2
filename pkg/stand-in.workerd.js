import "./chunk-SRTOG4GV.js";
import {
  createStandIn
} from "./chunk-3DHEKM6P.js";
import "./chunk-SQVRM5YJ.js";
import "./chunk-MJNLXUYM.js";
export {
  createStandIn
};
