import type { UserToken } from "fogbender-token";
import { colleague, people } from "../people.js";
import { fetchMistake } from "./backend.js";
import { guessedJWT, unsignedJWT } from "./forge.js";

export interface Attack {
  id: string;
  title: string;
  /** What she does, in one sentence. */
  how: string;
  /** What the developer does so that it is refused. */
  fix: string;
  /** Why it works, where the token itself gives no reason. */
  why?: string;
  /** Whether the backend's own verifier is asked too. */
  verifiedByYou?: boolean;
  make: (own: UserToken) => UserToken | Promise<UserToken>;
}

const { bob } = people;
const bobsCompany = { customerId: bob.customerId, customerName: bob.customerName };
const aliceNamedBob = { ...bob, userId: people.alice.userId };
const GUESS = "correct-horse-battery-staple-123";

const withMistake = async (own: UserToken, name: string, edited: object): Promise<UserToken> => {
  const { userJWT: _, ...unsigned } = own;
  return { ...unsigned, ...edited, ...(await fetchMistake(name)) } as UserToken;
};

export const GROUPS: { title: string; note: string; attacks: Attack[] }[] = [
  {
    title: "On her own",
    note: "Your backend did everything right, so these are refused.",
    attacks: [
      {
        id: "edit-user-id",
        title: "Edit userId",
        how: "She writes Bob’s userId into her token.",
        fix: "Nothing more: the userId is signed, and it came from your session.",
        make: (own) => ({ ...own, userId: bob.userId }),
      },
      {
        id: "edit-customer-id",
        title: "Edit customerId",
        how: "She writes Bob’s company into her token.",
        fix: "Nothing more: createToken() and createSignaturesHandler() sign every field.",
        make: (own) => ({ ...own, ...bobsCompany }),
      },
      {
        id: "alg-none",
        title: "Sign with “none”",
        how: "She writes a JWT for Bob with the algorithm “none” and no signature.",
        fix: "Nothing at Fogbender, which takes HS256 alone; your own services must too, as verifyUserJWT() does.",
        make: (own) => ({ ...own, ...bob, userJWT: unsignedJWT(bob) }),
      },
      {
        id: "guessed-secret",
        title: "Guess the secret",
        how: "She signs a JWT for Bob, with a secret that she made up.",
        fix: "Keep Fogbender’s secret, 32 random characters, on your backend; this package refuses shorter ones.",
        make: async (own) => ({ ...own, ...bob, userJWT: await guessedJWT(bob, GUESS) }),
      },
    ],
  },
  {
    title: "With your backend’s mistake",
    note: "These succeed: they are the ways to get it wrong.",
    attacks: [
      {
        id: "user-id-only",
        title: "Edit customerId, userId alone signed",
        how: "Your backend signed only the userId, and she writes Bob’s company into her token.",
        fix: "Sign every field of the identity: createToken() and createSignaturesHandler() take nothing less.",
        make: (own) => withMistake(own, "user-id-only", bobsCompany),
      },
      {
        id: "colleague-email",
        title: "Edit userEmail, the two ids alone signed",
        how: "Your backend signed userId and customerId, and she writes a colleague’s email: the account is found by it.",
        fix: "Sign userEmail too, and only a verified one: createToken() and createSignaturesHandler() sign every field.",
        make: (own) => withMistake(own, "ids-only", colleague),
      },
      {
        id: "sub-claim",
        title: "Edit all but userId, beside a sub claim",
        how: "Your backend signed everything and a sub claim too, and she writes Bob’s name and company.",
        fix: "Never put sub into a userJWT: this package refuses to sign one.",
        make: (own) => withMistake(own, "sub", aliceNamedBob),
      },
      {
        id: "widget-key",
        title: "widgetKey instead of a signature",
        how: "Your backend handed out the widgetKey, and she writes all of Bob into her token.",
        fix: "Send a userJWT: the widgetKey is for trying out.",
        make: (own) => withMistake(own, "widget-key", bob),
      },
      {
        id: "fallback-key",
        title: "The widgetKey of a fallback token",
        how: "Your pages for people who are not signed in have a fallback token; she takes its widgetKey for a token of Bob’s.",
        fix: "Where users sign in, publish no fallback token. A key that was published ends only with a new secret.",
        async make(own) {
          const { widgetKey } = await fetchMistake("fallback-token");
          const { userJWT: _, ...unsigned } = own;
          return { ...unsigned, ...bob, widgetKey } as UserToken;
        },
      },
    ],
  },
  {
    title: "With a token of Bob’s",
    note: "A userJWT is a bearer credential, so these succeed.",
    attacks: [
      {
        id: "replay",
        title: "Replay Bob’s token",
        how: "She found Bob’s own token in a log, and uses it as it is.",
        why: "Every field is signed and matches; nothing in a token says who carries it.",
        fix: "Guard a token like a session cookie: in no URL, log or cache. To end a leaked one, replace the secret.",
        make: (own) => withMistake(own, "leaked-token", bob),
      },
      {
        id: "expired",
        title: "Replay one that has expired",
        how: "The token of Bob’s that she found expired an hour ago.",
        why: "Its exp is past, but Fogbender was not seen to check exp. Every field is signed and matches.",
        fix: "Do not rely on exp to end access at Fogbender; your own services refuse it with verifyUserJWT().",
        verifiedByYou: true,
        make: (own) => withMistake(own, "leaked-expired-token", bob),
      },
    ],
  },
];
