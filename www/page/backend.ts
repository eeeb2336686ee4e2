import type { Identity, Problem, SignaturesAnswer, UserToken } from "fogbender-token";
import { fetchToken } from "fogbender-token/page";

/** Where the demo's servers are, with a token to begin with; on a static host there are none. */
export const findBackend = () => getJson<{ fogbender: string | null; sample?: UserToken }>("backend.json");

export async function signIn(name: string) {
  const response = await fetch("session", { method: "POST", body: JSON.stringify(name) });
  return answer<{ signedIn: Identity }>(response);
}

export async function signOut() {
  await answer(await fetch("session", { method: "DELETE" }));
}

/** Who signs: the backend by itself, or Fogbender's API for it. */
export type Signer = "backend" | "api";

export const signaturesPath = (by: Signer) => (by === "api" ? "fogbender-signatures-by-api" : "fogbender-signatures");

/** The token of whoever is signed in, as `fogbender-token/page` asks for it, and the whole answer that it came in. */
export async function fetchOwnToken(by: Signer) {
  let whole: SignaturesAnswer | undefined;
  const token = await fetchToken(signaturesPath(by), {
    async fetch(url, init) {
      const response = await fetch(url, init);
      whole = await response.clone().json();
      return response;
    },
  });
  if (token === undefined) throw new Error("Nobody is signed in");
  return { token, answer: whole };
}

/** What the backend did for this session behind the page's back, the secret left out. */
export const fetchTrace = () => getJson<string[]>("trace");

/** What a careless backend hands out. */
export const fetchMistake = (name: string) => getJson<Partial<UserToken>>(`mistakes/${name}`);

/** What `verifyUserJWT` on the backend says. */
export async function verifyOnBackend(userJWT: string) {
  return answer<{ verdict: string } & Partial<Problem>>(await fetch("verify-user-jwt", { method: "POST", body: userJWT }));
}

const getJson = async <T>(path: string) => answer<T>(await fetch(path));

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
