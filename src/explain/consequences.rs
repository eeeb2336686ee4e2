//! What somebody could do by editing the token: one sentence for each field that is not signed.

use crate::json::Object;
use crate::login::{Judge, Login, VouchedBy};
use crate::token::is_hex;

/// What a token lets whoever holds it do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Consequence {
    /// A stable `snake_case` name.
    pub code: &'static str,
    /// The field that is not signed, if it is about one.
    pub field: Option<&'static str>,
    /// For people: what somebody could do, and what to change.
    pub message: &'static str,
}

const fn of(code: &'static str, field: Option<&'static str>, message: &'static str) -> Consequence {
    Consequence { code, field, message }
}

const WIDGET_KEY: Consequence = of(
    "widget_key_published",
    Some("widgetKey"),
    "Whoever reads widgetKey can be any user of any customer. It changes only with the secret. Take it off the page, and \
     reset the secret if strangers saw it.",
);

const SUB: Consequence = of(
    "sub_signs_user_id_alone",
    None,
    "With a sub claim, Fogbender checks userId alone and ignores every other claim. Sign without sub.",
);

const USER_HMAC: Consequence = of(
    "user_hmac_signs_user_id_alone",
    Some("userHMAC"),
    "userHMAC can sign userId alone. Set the workspace's signature type to JWT, and sign every field with a userJWT.",
);

/// One for each field but userId, without which Fogbender accepts no userJWT. The most dangerous is the first.
const UNSIGNED: [Consequence; 5] = [
    of(
        "unsigned_user_email",
        Some("userEmail"),
        "userEmail is not signed. Whoever holds the token can write a colleague's email and be that colleague. Sign userEmail.",
    ),
    of(
        "unsigned_customer_id",
        Some("customerId"),
        "customerId is not signed. Whoever holds the token can read another company's rooms. Sign customerId.",
    ),
    of(
        "unsigned_customer_name",
        Some("customerName"),
        "customerName is not signed. Whoever holds the token can rename the company that agents see. Sign customerName.",
    ),
    of(
        "unsigned_user_name",
        Some("userName"),
        "userName is not signed. Whoever holds the token can rename the user that agents see. Sign userName.",
    ),
    of(
        "unsigned_user_avatar_url",
        Some("userAvatarUrl"),
        "userAvatarUrl is not signed. Whoever holds the token can add a picture or change it. Sign userAvatarUrl if the user has one.",
    ),
];

/// What this token lets whoever holds it do, the most dangerous first. A signature that is wrong, or that leaves `userId` out,
/// lets nobody do anything.
pub(crate) fn consequences(token: &Object<'_>, login: &Login, judge: &dyn Judge) -> Vec<Consequence> {
    let mut found = Vec::new();
    let widget_key = token.text_of("widgetKey").unwrap_or_default();
    if is_hex(widget_key, 19) && judge.is_hmac("", widget_key) != Some(false) {
        found.push(WIDGET_KEY);
    }
    if !login.signed.contains(&"userId") {
        return found;
    }
    match login.vouched_by {
        VouchedBy::Sub => found.push(SUB),
        VouchedBy::UserHmac => found.push(USER_HMAC),
        _ => {}
    }
    found.extend(UNSIGNED.iter().filter(|one| one.field.is_some_and(|field| !login.signed.contains(&field))));
    found
}
