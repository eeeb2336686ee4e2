import type { Identity } from "fogbender-token";
import { cookies } from "next/headers";

/** The cookie is the whole session here: who is signed in, as JSON. */
export async function currentUser(): Promise<Identity | undefined> {
  const session = (await cookies()).get("session");
  return session && JSON.parse(session.value);
}
