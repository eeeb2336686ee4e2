import type { NodeMessage, NodeReply } from "../entries/index.d.ts";

/** What is read of Node's request: of HTTP/1 or HTTP/2, as Express or a body parser may have left it. */
export interface Message extends NodeMessage, AsyncIterable<Uint8Array<ArrayBuffer>> {
  method: string;
  url: string;
  originalUrl?: string;
  socket?: { encrypted?: boolean };
  readableEnded?: boolean;
  rawHeaders?: string[];
  body?: unknown;
  iterator?(options: { destroyOnReturn: boolean }): AsyncIterable<Uint8Array<ArrayBuffer>>;
  resume?(): unknown;
}

/** A body in pieces. */
export type Chunks = AsyncIterable<Uint8Array<ArrayBuffer>> | Iterable<Uint8Array<ArrayBuffer>>;

/** What is used of Node's response. */
export interface Reply extends NodeReply {
  destroyed?: boolean;
  writableFinished?: boolean;
}

/** An answer as Node writes it. */
export interface NodeAnswer {
  status: number;
  headers: Record<string, string | number | string[]>;
  body?: string | Uint8Array | undefined;
}
