import { explainToken } from "../../pkg/index.js";

export const exampleSettings = { secret: "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ", widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" };

/** Asks an example's endpoint as Alice's browser does, and as somebody's who is not signed in. */
export async function checkExample(url, check) {
  const alices = await fetch(url, { headers: { cookie: "theme=dark; session=alice" } });
  check("Alice is answered", [alices.status, alices.headers.get("cache-control")], [200, "no-store"]);
  const { token, signatures } = await alices.json();
  check("the userJWT is the token's", signatures.userJWT, token.userJWT);
  const { verdict, fields } = explainToken(token, exampleSettings.secret);
  check("Fogbender accepts her token, every field signed", [verdict, new Set(Object.values(fields))], ["accepted", new Set(["signed"])]);

  const nobodys = await fetch(`${url}?session=alice&userId=U234328`, { headers: { "x-user-id": "U234328" } });
  check("nobody else is", [nobodys.status, (await nobodys.json()).error.code], [401, "not_signed_in"]);
}
