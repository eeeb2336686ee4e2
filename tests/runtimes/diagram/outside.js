// All that the backend reaches: Fogbender's stand-in, and in place of the providers' APIs what they would answer.
import { createStandIn } from "fogbender-token/stand-in";

let fogbender;

export default {
  fetch(request, env) {
    fogbender ??= createStandIn({ secret: env.FOGBENDER_SECRET });
    const { host, pathname } = new URL(request.url);
    if (host === "localhost:8787") return fogbender(request);
    const answers = JSON.parse(env.ANSWERS);
    const answer = answers[`/${host}${pathname}`] ?? answers[pathname];
    return answer === undefined ? new Response(request.url, { status: 404 }) : Response.json(answer);
  },
};
