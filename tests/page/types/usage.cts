import page = require("fogbender-token/page");
import react = require("fogbender-token/react");

export const key: string = page.tokenKey({ widgetId: "dzE", customerId: "C1", userId: "U1" });
export const hook: typeof react.useFogbenderToken = react.useFogbenderToken;
