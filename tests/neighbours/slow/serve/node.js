// Serves a build whose default export is a listener of node:http: node serve/node.js FILE
import { createServer } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { default: listener } = await import(pathToFileURL(resolve(process.argv[2])));
createServer(listener).listen(process.env.PORT, process.env.HOST);
