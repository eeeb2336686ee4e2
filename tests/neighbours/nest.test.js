import "reflect-metadata";
import assert from "node:assert/strict";
import { test } from "node:test";
import { All, Controller, Module, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { toNodeHandler } from "fogbender-token";
import { assertAlice, assertRefused, assertServes, bob, cookie, endpoint } from "../js/endpoint.js";

const listener = toNodeHandler(endpoint);

/** A controller as examples/nest.ts has it, with its decorators written as TypeScript compiles them. */
function moduleWith(answer) {
  class Signatures {
    answer(request, reply) {
      return answer(request, reply);
    }
  }
  Controller("fogbender-signatures")(Signatures);
  All()(Signatures.prototype, "answer", Object.getOwnPropertyDescriptor(Signatures.prototype, "answer"));
  Req()(Signatures.prototype, "answer", 0);
  Res()(Signatures.prototype, "answer", 1);
  class App {}
  Module({ controllers: [Signatures] })(App);
  return App;
}

async function start(t, app) {
  await app.listen(0, "127.0.0.1");
  t.after(() => app.close());
  return `${(await app.getUrl()).replace("[::1]", "127.0.0.1")}/fogbender-signatures`;
}

test("NestJS on Express: the same answers behind Nest's own body parsers", async (t) => {
  const app = await NestFactory.create(
    moduleWith((request, reply) => listener(request, reply)),
    new ExpressAdapter(),
    { logger: false },
  );
  app.use((request, reply, next) => (reply.cookie("theme", "dark"), next()));
  const at = await start(t, app);
  const answer = await fetch(at, { headers: { cookie } });
  assert.match(answer.headers.getSetCookie().join(), /theme=dark/);
  await assertServes(at);
});

test("NestJS on Fastify: the same, with the body that Fastify's parser read handed on", async (t) => {
  const answer = (request, reply) => {
    request.raw.body = request.body;
    reply.hijack();
    return listener(request.raw, reply.raw);
  };
  const at = await start(t, await NestFactory.create(moduleWith(answer), new FastifyAdapter(), { logger: false }));
  await assertAlice(await fetch(at, { headers: { cookie } }));
  const post = (body) => fetch(at, { method: "POST", body: JSON.stringify(body), headers: { cookie, "content-type": "application/json" } });
  await assertAlice(await post({}));
  await assertRefused(await post(bob), 400, "body_not_empty");
});
