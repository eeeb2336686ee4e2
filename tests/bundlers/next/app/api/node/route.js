import { signAlice } from "../../../../fixture/server.js";

export const dynamic = "force-dynamic";

export const GET = () => new Response(signAlice());
