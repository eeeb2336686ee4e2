export const SECRET = {
  secret_empty: {
    cause: "The environment variable is set, and it holds nothing.",
    fix: "Set FOGBENDER_SECRET to the workspace secret from Fogbender's settings.",
  },
  secret_in_browser: {
    cause: "The build for browsers was asked to sign, to verify or to take a secret. It has no code that could.",
    fix: "Do it on your backend. If this is a backend, its bundler chose the wrong build. Import from fogbender-token/server.",
  },
  secret_invisible: {
    cause: "A byte order mark or a zero-width space was copied with the secret.",
    fix: "Copy the secret again, without anything around it.",
  },
  secret_is_jwk: {
    cause: "A key in JSON was given. A userJWT is signed with the workspace secret itself.",
    fix: "Give the workspace secret as text.",
  },
  secret_is_jwt: {
    cause: "A JWT stands where the secret belongs. Often the arguments are swapped.",
    fix: "Give the JWT first and the secret second.",
  },
  secret_is_pem: {
    cause: "A public or private key was given. Fogbender signs with HS256, which has no key pair.",
    fix: "Give the workspace secret, which has 32 characters.",
  },
  secret_missing: {
    cause: "The secret is undefined or null, or the list of secrets is empty. Often the environment variable is unset.",
    fix: "Set FOGBENDER_SECRET where the server runs. If a build loads the file, write secret: () => process.env.FOGBENDER_SECRET.",
  },
  secret_not_text: {
    cause: "The secret is another kind of value, such as a Promise, a KeyObject or a CryptoKey.",
    fix: "Give the text itself. For a Promise, write await.",
  },
  secret_not_well_formed: {
    cause: "The text was cut within a character, or bytes were read as text.",
    fix: "Give the bytes as a Uint8Array, or copy the secret again.",
  },
  secret_padded: {
    cause: "A file or a command added a newline, or a space was copied.",
    fix: "Trim it where it is read, for example with secret.trim().",
  },
  secret_prefixed: {
    cause: "A whole line of a .env file, or of an Authorization header, was given.",
    fix: "Give what stands behind NAME= or Bearer.",
  },
  secret_quoted: {
    cause: "Docker's --env-file and some dashboards keep quotation marks as part of the value.",
    fix: "Write the secret without quotation marks.",
  },
  secret_too_long: {
    cause: "Something else was given, such as a whole file.",
    fix: "Give the workspace secret alone.",
  },
  secret_too_short: {
    cause: "The secret was cut, or it is the widgetId or a password. HS256 needs 32 bytes (RFC 7518 §3.2).",
    fix: "Copy all 32 characters. For a short secret in tests, give allowShortSecret: true.",
  },
  secret_unresolved: {
    cause: "The value is a text such as ${FOGBENDER_SECRET}, op://… or @Microsoft.KeyVault(…), and nothing replaced it.",
    fix: "Let your platform resolve the reference, or give the value that it stands for.",
  },
  secret_unsendable: {
    cause: "requestSignatures sends the secret in an Authorization header, which takes only plain characters.",
    fix: "Copy the secret again from Fogbender's settings.",
  },
  widget_id_is_secret: {
    cause: "The secret was given as the widgetId. Everyone who opens the page can read a widgetId.",
    fix: "Give the widgetId. If the page was already online, reset the secret.",
  },
};
