export const FIELDS = {
  field_empty: {
    cause: "The field is empty or blank. Often the user's record has no such value.",
    fix: "Give a value. For a company or a user without a name, give the id or the email again.",
  },
  field_forbidden: {
    cause: "The userJWT or the option claims holds sub, visitor, a time, or a field of the identity. Each has a meaning of its own.",
    fix: "Leave it out of claims. Times have their own options. With sub, Fogbender would compare nothing else.",
  },
  field_invalid: {
    cause: "The field is text that cannot be right, such as an email without @ or a widgetId that is not base64url.",
    fix: "Read the message. It names the field and the rule.",
  },
  field_mismatch: {
    cause: "The field was changed after signing, or your backend signs one value and the page writes another.",
    fix: "Sign and send the same value. It is best to take the whole token from your backend.",
  },
  field_missing: {
    cause: "A field is not there. Often it has another name, such as email in place of userEmail.",
    fix: "Give userId, customerId, customerName, userEmail and userName. To sign fewer on purpose, give partial: true.",
  },
  field_not_string: {
    cause: "The field is a number, null, a Promise or another kind of value. Fogbender compares type and value.",
    fix: "Give text. For a number, write String(id). For a Promise, write await.",
  },
  field_not_well_formed: {
    cause: "The text was cut within a character, such as an emoji. In UTF-8, two different ids would become one.",
    fix: "Cut texts by characters, or give the whole text.",
  },
  field_reserved: {
    cause: "Fogbender gives a meaning to this beginning. A userId with visitor- is a visitor's, for example.",
    fix: "Give another value, for example with a prefix of your own.",
  },
  field_unknown: {
    cause: "This kind of token does not have the field. Often the field is misspelled.",
    fix: "Leave it out, or correct its name. Your own claims go into the option claims.",
  },
  field_unresolved: {
    cause: 'The id is blank, has a control character, or is a missing value made into text, such as "undefined".',
    fix: "Find where the id is read, and answer 401 when it is missing. Otherwise all such users would be one.",
  },
  not_an_object: {
    cause: "An identity, a token, options or the command line's input is another kind of value.",
    fix: "Give an object. For JSON text, write JSON.parse(text). For a Promise, write await.",
  },
  not_readable: {
    cause: "Code of yours threw an error while your object was read.",
    fix: "Look at error.cause, which is what was thrown.",
  },
  signature_missing: {
    cause: "The token names a user, and nothing proves that it is for her.",
    fix: "Take the token from your backend, which signs it.",
  },
  token_wrapped: {
    cause: "An endpoint's whole answer was given. The token is a member of it.",
    fix: "Give answer.token.",
  },
  too_large: {
    cause: "The input is far longer than any identity. Often a whole record was put into claims.",
    fix: "Leave out what does not identify the user.",
  },
};
