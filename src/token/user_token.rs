//! The token of a user who is signed in, as the signer makes it.

use crate::json::{Value, object_of_texts};

/// The token of a user who is signed in, as the widget takes it. [`Signer::token`](crate::Signer::token) makes it.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UserToken {
    /// The workspace's widget, from Fogbender's settings.
    pub widget_id: String,
    /// The company that the user belongs to.
    pub customer_id: String,
    /// The company's name.
    pub customer_name: String,
    /// The user's id.
    pub user_id: String,
    /// Her email address, by which Fogbender finds her account.
    pub user_email: String,
    /// Her name.
    pub user_name: String,
    /// Where her picture is.
    pub user_avatar_url: Option<String>,
    /// The signature over all of the identity above.
    pub user_jwt: String,
}

impl UserToken {
    /// The token as JSON text, for the front end.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.to_value().to_json()
    }

    pub(crate) fn to_value(&self) -> Value<'_> {
        let mut fields = vec![
            ("widgetId", self.widget_id.as_str()),
            ("customerId", &self.customer_id),
            ("customerName", &self.customer_name),
            ("userId", &self.user_id),
            ("userEmail", &self.user_email),
            ("userName", &self.user_name),
        ];
        fields.extend(self.user_avatar_url.as_deref().map(|url| ("userAvatarUrl", url)));
        fields.push(("userJWT", &self.user_jwt));
        object_of_texts(&fields)
    }
}

impl std::fmt::Debug for UserToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UserToken")
            .field("user_id", &self.user_id)
            .field("user_jwt", &"[redacted]")
            .finish_non_exhaustive()
    }
}
