// Serves a build of Netlify's edge functions, whose default export takes a Request: deno run serve/deno.js FILE
const { default: answer } = await import(`file://${Deno.realPathSync(Deno.args[0])}`);
Deno.serve({ port: Number(Deno.env.get("PORT")), hostname: Deno.env.get("HOST") }, (request) => answer(request, {}));
