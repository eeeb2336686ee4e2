/**
 * One form to look for. `pieces` are short parts of it, each a reason to look closer: then `pattern` is tried on the text
 * around the piece.
 */
export interface Form {
  pieces: Buffer[];
  pattern: RegExp;
  /** What it is; or the kind of each match, where the form alone does not say it: `undefined` is no finding. */
  kind: string | ((match: string, bytes: Buffer) => string | undefined);
  /** What to do about it. */
  fix: string;
  /** Its match may have more than 2,000 characters. */
  isLong?: boolean;
  /** It counts once in a file. */
  once?: boolean;
}

/** A match, by its place in the bytes. */
export interface Match {
  start: number;
  kind: string;
  fix: string;
  once?: boolean | undefined;
}

/** What begins with a piece in `from` to `to`; around these, as much is read as there is. */
export type Search = (bytes: Buffer, from: number, to: number) => Match[];

/** Bytes in pieces. */
export type Chunks = Iterable<Buffer> | AsyncIterable<Buffer>;

/** Where something was found. */
export interface Place {
  line: number;
  column: number;
  kind: string;
  fix: string;
}

export interface Finding extends Place {
  file: string;
  /** In which packed part of the file. */
  within?: string;
}

export interface Report {
  findings: Finding[];
  notes: { file: string; note: string }[];
  files: number;
  bytes: number;
  unread: number;
}
