import {
  createStandIn
} from "./chunk-3DHEKM6P.js";
import "./chunk-JV6YKK3H.js";
import "./chunk-SQVRM5YJ.js";
import "./chunk-MJNLXUYM.js";
export {
  createStandIn
};
