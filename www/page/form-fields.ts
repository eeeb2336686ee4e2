export type Kind = "user" | "visitor" | "fallback";

export const KINDS: { kind: Kind; label: string }[] = [
  { kind: "user", label: "A signed-in user" },
  { kind: "visitor", label: "A visitor" },
  { kind: "fallback", label: "Anybody" },
];

interface Field {
  name: string;
  kinds: Kind[];
  note: string;
  rows?: number;
  /** A box to tick, for a field that is `true` or absent. */
  yes?: boolean;
  older?: boolean;
}

/** Every field of every kind of token. */
export const FIELDS: Field[] = [
  { name: "widgetId", kinds: ["user", "visitor", "fallback"], note: "The workspace. Public." },
  { name: "userId", kinds: ["user"], note: "By your own id." },
  { name: "userName", kinds: ["user"], note: "If you do not know it, give the email." },
  { name: "userEmail", kinds: ["user"], note: "As your authentication has it." },
  { name: "customerId", kinds: ["user"], note: "The user’s company, by your own id." },
  { name: "customerName", kinds: ["user"], note: "As support agents read it." },
  { name: "userAvatarUrl", kinds: ["user"], note: "Optional." },
  { name: "visitorKey", kinds: ["visitor"], note: "From Fogbender’s settings." },
  { name: "visitorToken", kinds: ["visitor"], note: "Optional. Fogbender issues it." },
  { name: "visitUrl", kinds: ["visitor"], note: "Optional." },
  { name: "userJWT", kinds: ["user"], note: "Your backend’s signature over the fields above.", rows: 5 },
  { name: "widgetKey", kinds: ["user", "fallback"], note: "For trying out: signs nothing.", older: true },
  { name: "anonymous", kinds: ["fallback"], note: "Optional.", yes: true, older: true },
  { name: "userHMAC", kinds: ["user"], note: "Signs userId alone.", older: true },
  { name: "userPaseto", kinds: ["user"], note: "Not looked into here.", older: true },
  {
    name: "versions",
    kinds: ["user", "visitor", "fallback"],
    note: "name=version, one to a line.",
    rows: 2,
    older: true,
  },
];
