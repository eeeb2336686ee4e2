export const FIELDS = {
  field_empty: {
    says: "… is the empty string.",
    cause: "The field is there, and it is empty or blank. Often the user's record has no such value.",
    fix: "Give a value. For a company or a user without a name, give the id or the email again.",
  },
  field_forbidden: {
    says: "sub must not be in a userJWT.",
    cause: "The userJWT or the option claims holds sub, visitor, a time, or a field of the identity. Each has a meaning of its own.",
    fix: "Leave it out of claims. Times have their own options; sub would switch off Fogbender's other checks.",
  },
  field_invalid: {
    says: "… has no @, and Fogbender's login crashes on it.",
    cause: "The field has the right type and a value that cannot be right, such as an email without @ or a widgetId that is not base64url.",
    fix: "Read the message: it names the field and the rule.",
  },
  field_mismatch: {
    says: "… in the token is …, and signed is …. Sign what you send.",
    cause: "The field was changed after signing, or your backend signs one value and the page writes another.",
    fix: "Sign what you send: take the whole token from your backend, or use the same value on both sides.",
  },
  field_missing: {
    says: "… is required and absent.",
    cause: "A field is not there. Often it has another name, such as email in place of userEmail.",
    fix: "Give all five: userId, customerId, customerName, userEmail, userName. To sign fewer on purpose, give partial: true.",
  },
  field_not_string: {
    says: "… must be a string, and it is …",
    cause: "The field is a number, null, a Promise or another kind of value. Fogbender compares type and value.",
    fix: "Give text: String(id) for a number, await for a Promise.",
  },
  field_not_well_formed: {
    says: "… holds a lone surrogate…",
    cause: "The text was cut within a character, such as an emoji. In UTF-8, two different ids would become one.",
    fix: "Cut texts by characters, or give the whole text.",
  },
  field_reserved: {
    says: "… begins with visitor-, which marks a visitor at Fogbender.",
    cause: "Fogbender gives a meaning to this beginning: visitor- of a userId, and $Cust_Internal_ or $Cust_External_ of a customerName.",
    fix: "Give another value, for example with a prefix of your own.",
  },
  field_unknown: {
    says: "… is not a field of …",
    cause: "The token has a field that its kind of token does not have. Often it is spelled in another way.",
    fix: "Leave it out, or correct its name. Claims of your own go into the option claims.",
  },
  field_unresolved: {
    says: "… is blank, has control characters, or is the text of a value that was missing.",
    cause: 'A missing value was made into text, such as "undefined". All such users would be one.',
    fix: "Find where the id is read, and answer 401 when it is missing.",
  },
  not_an_object: {
    says: "… must be a JSON object, and it is …",
    cause: "An identity, a token, options or the command line's input is another kind of value.",
    fix: "Give an object. For JSON text, write JSON.parse(text); for a Promise, await.",
  },
  not_readable: {
    says: "… could not be read, because its own code threw an error.",
    cause: "Code of yours threw an error while your object was read.",
    fix: "Look at error.cause, which is what was thrown.",
  },
  signature_missing: {
    says: "userJWT is absent, and so is every other signature.",
    cause: "The token names a user, and nothing vouches for her.",
    fix: "Take the token from your backend, which signs it.",
  },
  token_wrapped: {
    says: "What was given is not a token: it has …",
    cause: "An endpoint's whole answer was given. The token is a member of it.",
    fix: "Give answer.token.",
  },
  too_large: {
    says: "… is too long: a userJWT has at most 65,536 characters.",
    cause: "The input is far longer than any identity. Often a whole record was put into claims.",
    fix: "Leave out what does not identify the user.",
  },
};
