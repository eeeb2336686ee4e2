// What runtimes.test.js starts in Bun and Deno: the endpoint on their node:http, and a handler that echoes a body.
import { createServer } from "node:http";
import { toNodeHandler } from "fogbender-token";
import { endpoint } from "../js/endpoint.js";

const echo = toNodeHandler(
  async (request) =>
    new Response(await request.text(), {
      headers: [
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
      ],
    }),
);
const own = toNodeHandler(endpoint);
const server = createServer((message, reply) => {
  reply.setHeader("Set-Cookie", ["theme=dark"]);
  return message.url === "/echo" ? echo(message, reply) : own(message, reply);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
