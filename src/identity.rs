//! Who the user is.

use crate::json::Object;
use crate::rules::FIELDS;

/// Who is signed in: a user and the customer (company) she belongs to.
///
/// Take every field from your own session, never from what the browser sends.
///
/// ```
/// use fogbender_token::Identity;
///
/// let alice = Identity::new("U234328")
///     .customer_id("C256434")
///     .customer_name("Netflix")
///     .user_email("alice@netflix.com")
///     .user_name("Alice Chesterton");
/// assert_eq!(alice.get("userEmail"), Some("alice@netflix.com"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Identity([Option<String>; FIELDS.len()]);

macro_rules! setters {
    ($($setter:ident $place:literal $doc:literal;)*) => {$(
        #[doc = $doc]
        #[must_use]
        pub fn $setter(mut self, value: impl Into<String>) -> Self {
            self.0[$place] = Some(value.into());
            self
        }
    )*};
}

impl Identity {
    /// The user, by an id that your own sign-in gave her and that she cannot choose.
    #[must_use]
    pub fn new(user_id: impl Into<String>) -> Self {
        Self([Some(user_id.into()), None, None, None, None, None])
    }

    setters! {
        customer_id 1 "The company that the user belongs to, by your own id.";
        customer_name 2 "The company's name, as support agents read it.";
        user_email 3 "The user's verified email address. Fogbender finds her account by it.";
        user_name 4 "The user's name, or her email address if the name is not known.";
        user_avatar_url 5 "Where the user's picture is.";
    }

    /// The value of a field, by the name that it has in the token: `userId`, `customerId`, and so on.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        self.fields().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    /// The place of a field, by its name.
    #[cfg(feature = "serde")]
    pub(crate) fn slot(&mut self, field: &str) -> Option<&mut Option<String>> {
        FIELDS.iter().position(|name| *name == field).map(|place| &mut self.0[place])
    }

    /// The fields that are there, in their order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        FIELDS.into_iter().zip(&self.0).filter_map(|(name, value)| Some((name, value.as_deref()?)))
    }

    /// The fields as they are signed.
    pub(crate) fn object(&self) -> Object<'_> {
        Object::of_texts(self.fields())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setter_sets_the_field_of_its_name() {
        let identity =
            Identity::new("1").customer_id("2").customer_name("3").user_email("4").user_name("5").user_avatar_url("6");
        let text =
            r#"{"userId":"1","customerId":"2","customerName":"3","userEmail":"4","userName":"5","userAvatarUrl":"6"}"#;
        assert_eq!(identity.object().text(), text);
    }
}
