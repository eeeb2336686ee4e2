export { useFogbenderToken } from "../page/react.js";
