import type { Explanation, LoginStep } from "../../entries/index.d.ts";

/** What happened while the stand-in ran, by the name of the event. */
interface Events {
  started: { app: string; clientUrl: string; signaturesUrl: string; fingerprint: string; env: Record<string, string> };
  verify: Pick<Explanation, "verdict" | "reasons" | "consequences" | "hints"> & { who: string; ended: LoginStep | undefined };
  signed: { path: string };
  error: { path: string; status: number; message: string };
  framed: { from: string; app: string };
}

export type Event = { [Name in keyof Events]: { event: Name } & Events[Name] }[keyof Events];
export type Texts = { [Name in keyof Events]: (event: Events[Name]) => string[] };

export {};
