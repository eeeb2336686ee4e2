// AWS Lambda behind an HTTP API or a function URL. Build it: npx esbuild lambda.js --bundle --platform=node --outfile=index.js
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

/** Takes an event of payload version 2.0. */
export async function handler(event, context) {
  const { rawPath, rawQueryString, headers, cookies = [], requestContext, body, isBase64Encoded } = event;
  const request = new Request(`https://${requestContext.domainName}${rawPath}?${rawQueryString}`, {
    method: requestContext.http.method,
    headers: { ...headers, cookie: cookies.join("; ") },
    body: body && Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  });
  const response = await signatures(request, event, context);
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
