//! Your own sign-in. Here one session is known, by its cookie; yours are in a database.

use axum::http::{HeaderMap, header};
use fogbender_token::Identity;

/// The user of the request's session, if there is one.
pub fn user(headers: &HeaderMap) -> Option<Identity> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let session = cookies.split("; ").find_map(|cookie| cookie.strip_prefix("session="))?;
    (session == "of-alice").then(|| {
        Identity::new("U234328")
            .customer_id("C256434")
            .customer_name("Netflix")
            .user_email("alice@netflix.com")
            .user_name("Alice Chesterton")
    })
}
