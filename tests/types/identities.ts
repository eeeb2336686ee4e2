// What people have as an identity: interfaces, classes, and what ORMs give. And what is none.
import { createToken, type Identity, type PartialIdentity, Signer } from "fogbender-token";
import type { ProviderIdentity } from "fogbender-token/providers";

const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const signer = new Signer(secret);
const signs = (identity: Identity) => [signer.sign(identity), createToken(identity, secret, { widgetId }).userJWT];

/** An interface has no index signature, and a session user has members of its own. */
export interface SessionUser {
  userId: string;
  customerId: string;
  customerName: string;
  userEmail: string;
  userName: string;
  passwordHash: string;
  roles: string[];
  createdAt: Date;
}

/** A class with getters. */
export class Member {
  #row = { id: 7, email: "alice@netflix.com" };
  get userId() {
    return String(this.#row.id);
  }
  get userEmail() {
    return this.#row.email;
  }
  get userAvatarUrl(): string | null {
    return null;
  }
  readonly customerId = "C256434";
  readonly customerName = "Netflix";
  readonly userName = "Alice Chesterton";
}

/** As Prisma's client has it: columns that may be null are `| null`, and a query with `include` nests. */
export type PrismaUser = {
  userId: string;
  customerId: string;
  customerName: string;
  userEmail: string;
  userName: string;
  userAvatarUrl: string | null;
  age: number;
  balance: bigint;
} & { posts: { id: number }[] };

/** As Mongoose's `HydratedDocument` has it: the fields, and the methods of the document. */
export type MongooseUser = Omit<SessionUser, "createdAt"> & {
  _id: object;
  __v: number;
  userAvatarUrl?: string | null | undefined;
  toObject(): object;
  toJSON(): object;
  // biome-ignore lint/suspicious/noExplicitAny: as the ORM declares it
  get(path: string): any;
};

/** As Drizzle infers it from a table: `typeof users.$inferSelect`. */
interface DrizzleTable {
  $inferSelect: Readonly<Omit<PrismaUser, "posts">>;
}
export type DrizzleUser = DrizzleTable["$inferSelect"];

export const taken = (
  session: SessionUser,
  member: Member,
  prisma: PrismaUser,
  mongoose: MongooseUser,
  drizzle: DrizzleUser,
  provided: ProviderIdentity,
  picture: string | null | undefined,
) => [session, member, prisma, mongoose, drizzle, provided, { ...session, userAvatarUrl: picture }].map(signs);

export function refused(user: SessionUser, promise: Promise<SessionUser>) {
  // @ts-expect-error a number as an id: String(id)
  signer.sign({ ...user, userId: 42 });
  // @ts-expect-error a number as an id, also where fields may be absent
  signer.sign({ userId: 42 }, { partial: true });
  // @ts-expect-error a Promise: await it
  signer.sign(promise);
  // @ts-expect-error a Promise, also where fields may be absent
  signer.sign(promise, { partial: true });
  // @ts-expect-error a Promise of a field: await it
  signer.sign({ ...user, userName: Promise.resolve("Alice") });
  // @ts-expect-error an absent field must be asked for with partial
  signer.sign({ userId: "U1" });
  // @ts-expect-error and a token has them all
  signer.token({ userId: "U1" }, { widgetId });
  const { customerName, ...unnamed } = user;
  // @ts-expect-error one field is absent
  createToken(unnamed, secret, { widgetId });
  // @ts-expect-error a required field must not be null
  signer.sign({ ...user, customerName: null });
  // @ts-expect-error a misspelled field
  signer.sign({ userId: "U1", userNmae: "Alice" }, { partial: true });
  // @ts-expect-error a string
  signer.sign("U1");
  // @ts-expect-error nobody is signed in
  signer.sign(undefined);
  return customerName;
}

export const partial = (user: PartialIdentity, prisma: Partial<PrismaUser> & { userId: string }) => [
  signer.sign(user, { partial: true }),
  signer.sign(prisma, { partial: true }),
  signer.sign({ userId: "U1", customerId: undefined, userName: null }, { partial: true, issuedAt: false }),
];
