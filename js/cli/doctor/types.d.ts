import type { IncomingHttpHeaders } from "node:http";
import type { Identity } from "../../entries/index.d.ts";

/** The headers that make a request one user's. */
export type Session = Record<string, string>;

/** What came back. `failure` says in words why there is no whole answer; `status` is then 0, or the status that came first. */
export interface Answer {
  /** What was asked, in words. */
  sent: string;
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  failure?: string | undefined;
}

/** What can be said of a request. `path`: with its query; a POST has the body {} when none is given. */
export interface Request {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

export type Ask = (sent: string, request?: Request) => Promise<Answer>;

/** The part of an answer that carries a signature. */
export type Part = Record<string, unknown>;

/** Whom an answer speaks of: each field as it was signed and as it stands beside, and an older signature. */
export type Whom = Record<keyof Identity, { signed: unknown; beside: unknown }> & { userHMAC: unknown };

/** A user whose answer has a signature. */
export interface SignedUser {
  session: Session;
  answer: Answer;
  part: Part;
  identity: Whom;
}

/** The six fields as texts. */
export type User = Record<string, string>;

/** Makes addresses on the endpoint's own origin. */
export interface Addresses {
  withQuery(...members: User[]): string;
}

/** One question that was asked. `wrong` must be mended, `note` is worth a look, `not run` could not be asked. */
export interface Row {
  check: string;
  result: "ok" | "wrong" | "note" | "not run";
  sent: string;
  cameBack: string;
  fix?: string;
}

/** What all the questions are about. */
export interface Subject {
  ask: Ask;
  at: Addresses;
  url: URL;
  method: string;
  sessions: Session[];
  /** Who the first user is, and the second one. */
  identity: Whom | undefined;
  other: Whom | undefined;
  /** Whether it signs without a session. */
  signsForAnyone: boolean;
}
