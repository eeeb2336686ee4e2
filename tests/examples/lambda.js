// Plays an HTTP API of AWS before a Lambda: node lambda.js <the built handler>. Events are of payload version 2.0.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const { handler } = createRequire(import.meta.url)(process.argv[2]);

createServer(async (message, reply) => {
  const [rawPath, rawQueryString = ""] = message.url.split("?");
  const { cookie, ...headers } = message.headers;
  const {
    statusCode,
    headers: answered,
    body,
  } = await handler(
    {
      version: "2.0",
      routeKey: "$default",
      rawPath,
      rawQueryString,
      ...(cookie && { cookies: cookie.split("; ") }),
      headers,
      requestContext: {
        accountId: "123456789012",
        apiId: "abc",
        domainName: "abc.execute-api.eu-west-1.amazonaws.com",
        http: { method: message.method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
        stage: "$default",
      },
      body: (await text(message)) || undefined,
      isBase64Encoded: false,
    },
    { functionName: "fogbender-signatures" },
  );
  reply.writeHead(statusCode, answered).end(body);
}).listen(process.env.PORT, "127.0.0.1");
