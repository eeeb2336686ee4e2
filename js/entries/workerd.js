import "./module-workerd.js";

export * from "./api.js";
