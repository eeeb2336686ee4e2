// NestJS on Express. Run it: node --env-file=.env nest.js
import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = toNodeHandler(
  createSignaturesHandler({
    secret: () => process.env.FOGBENDER_SECRET,
    widgetId: () => process.env.FOGBENDER_WIDGET_ID,
    identify: currentUser,
  }),
);

// Stands for your own AppModule; in TypeScript: @Module({}) class AppModule {}
class AppModule {}
Module({})(AppModule);

const app = await NestFactory.create(AppModule);
app.use("/fogbender-signatures", signatures);
await app.listen(process.env.PORT ?? 3000);
