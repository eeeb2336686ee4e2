export const SECRET = {
  secret_empty: {
    says: "The secret is empty.",
    cause: "The environment variable is set, and it holds nothing.",
    fix: "Set FOGBENDER_SECRET to the workspace secret from Fogbender's settings.",
  },
  secret_in_browser: {
    says: "The secret must never be in a browser…",
    cause: "The build for browsers was asked to sign, to verify or to take a secret. It holds no code that could.",
    fix: "Do it on your backend. If this is a backend, its bundler chose the browser build: import from fogbender-token/server.",
  },
  secret_invisible: {
    says: "The secret has an invisible character…",
    cause: "A byte order mark or a zero-width space was copied with the secret.",
    fix: "Copy the secret again, and write it without anything around it.",
  },
  secret_is_jwk: {
    says: "The secret is JSON, such as a JWK.",
    cause: "A key in JSON was given. A userJWT is signed with the workspace secret itself.",
    fix: "Give the workspace secret as text.",
  },
  secret_is_jwt: {
    says: "The secret is a JWT.",
    cause: "A JWT stands where the secret belongs. Often the arguments are swapped.",
    fix: "Give the JWT first and the secret second.",
  },
  secret_is_pem: {
    says: "The secret is a PEM block.",
    cause: "A public or private key was given. Fogbender signs with HS256, which has no key pair.",
    fix: "Give the workspace secret, which has 32 characters.",
  },
  secret_missing: {
    says: "There is no secret.",
    cause: "The secret is undefined or null, or the list of secrets is empty. Often the environment variable is unset in this environment.",
    fix: "Set FOGBENDER_SECRET where the server runs. Where a build loads the file, give a function: secret: () => process.env.FOGBENDER_SECRET.",
  },
  secret_not_text: {
    says: "The secret must be a string or a Uint8Array…",
    cause: "The secret is another kind of value, such as a Promise, a KeyObject or a CryptoKey.",
    fix: "Give the text itself. For a Promise, write await.",
  },
  secret_not_well_formed: {
    says: "The secret holds half a character (a lone surrogate).",
    cause: "The text was cut within a character, or bytes were read as text.",
    fix: "Give the bytes as a Uint8Array, or copy the secret again.",
  },
  secret_padded: {
    says: "The secret begins or ends with whitespace…",
    cause: "A file or a command added a newline, or a space was copied.",
    fix: "Trim it where it is read, for example secret.trim().",
  },
  secret_prefixed: {
    says: "The secret has something before it: NAME= or Bearer.",
    cause: "A whole line of a .env file, or of an Authorization header, was given.",
    fix: "Give what stands behind NAME= or Bearer.",
  },
  secret_quoted: {
    says: "The secret has quotation marks around it.",
    cause: "Docker's --env-file and some dashboards keep quotation marks as part of the value.",
    fix: "Write the secret without quotation marks.",
  },
  secret_too_long: {
    says: "The secret has more than 4096 bytes.",
    cause: "Something else was given, such as a whole file.",
    fix: "Give the workspace secret alone.",
  },
  secret_too_short: {
    says: "The secret has fewer than 32 bytes…",
    cause: "The secret was cut, or it is the widgetKey or a password. HS256 needs 32 bytes (RFC 7518 §3.2).",
    fix: "Copy all 32 characters. In tests, a short secret is taken with allowShortSecret: true.",
  },
  secret_unresolved: {
    says: "The secret is a placeholder or a reference that nobody resolved.",
    cause: "The value is a text such as ${FOGBENDER_SECRET}, op://… or @Microsoft.KeyVault(…), and nothing replaced it.",
    fix: "Let your platform resolve the reference, or give the value that it stands for.",
  },
  secret_unsendable: {
    says: "The secret has characters that an HTTP header cannot carry.",
    cause: "requestSignatures sends the secret in an Authorization header, which takes plain characters alone.",
    fix: "Copy the secret again as it stands in Fogbender's settings.",
  },
  widget_id_is_secret: {
    says: "widgetId is the secret, and everyone who opens the page could read it.",
    cause: "The secret was given as the widgetId. Everyone who opens the page can read a widgetId.",
    fix: "Give the widgetId. If the page was already online, reset the secret.",
  },
};
