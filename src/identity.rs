//! Who the user is, for Rust callers.

use crate::json::{Members, Value};

/// Who is signed in: a user and the customer she belongs to. Sign every field that the token will carry.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity(Vec<(String, String)>);

macro_rules! setters {
    ($($setter:ident $name:literal $doc:literal;)*) => {$(
        #[doc = $doc]
        #[must_use]
        pub fn $setter(self, value: impl Into<String>) -> Self {
            self.claim($name, value)
        }
    )*};
}

impl Identity {
    /// The user, by an id that your own authentication gave her and that she cannot choose.
    #[must_use]
    pub fn new(user_id: impl Into<String>) -> Self {
        Self(vec![("userId".to_owned(), user_id.into())])
    }

    setters! {
        customer_id "customerId" "The company that the user belongs to, by your own id.";
        customer_name "customerName" "The company's name, as support agents read it.";
        user_email "userEmail" "The user's email address.";
        user_name "userName" "The user's name; if it is not known, her email address again.";
        user_avatar_url "userAvatarUrl" "Where the user's picture is.";
    }

    /// Any other claim; a claim that is there already is replaced.
    #[must_use]
    pub fn claim(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.0.push((name, value)),
        }
        self
    }

    /// The value of a claim.
    #[must_use]
    pub fn get(&self, claim: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == claim).map(|(_, value)| value.as_str())
    }

    /// The claims in their order.
    pub(crate) fn members(&self) -> Members<'_> {
        self.0.iter().map(|(name, value)| (name.into(), Value::Text(value.into()))).collect()
    }
}
