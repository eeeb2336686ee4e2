import { signAlice } from "../../../../fixture/server.js";

export const runtime = "edge";

export const GET = () => new Response(`${EdgeRuntime} ${signAlice()}`);
