import type { Identity, Problem, UserToken } from "fogbender-token";

/** Where the demo's servers are; on a static host there are none. */
export async function findFogbender(): Promise<string | null> {
  return (await getJson<{ fogbender: string | null }>("backend.json")).fogbender;
}

export async function signIn(name: string) {
  const response = await fetch("session", { method: "POST", body: JSON.stringify(name) });
  return answer<{ signedIn: Identity }>(response);
}

/** Who signs: the backend by itself, or Fogbender's API for it. */
export type Signer = "backend" | "api";

export const signaturesPath = (by: Signer) => (by === "api" ? "fogbender-signatures-by-api" : "fogbender-signatures");

export const fetchSignatures = (by: Signer) => getJson<{ signatures: { userJWT: string } }>(signaturesPath(by));

/** What the backend did for this session behind the page's back, the secret left out. */
export const fetchTrace = () => getJson<string[]>("trace");

/** What a careless backend hands out. */
export const fetchMistake = (name: string) => getJson<Partial<UserToken>>(`mistakes/${name}`);

/** What `verifyUserJWT` on the backend says. */
export async function verifyOnBackend(userJWT: string) {
  return answer<{ verdict: string } & Partial<Problem>>(
    await fetch("verify-user-jwt", { method: "POST", body: userJWT }),
  );
}

const getJson = async <T>(path: string) => answer<T>(await fetch(path));

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
