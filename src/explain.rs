//! Why a token would be accepted or refused, field by field, and what anyone could edit in it.
//!
//! The verdict is the one that Fogbender's backend reaches, and its verifier's order is kept: the signature first, then a
//! `sub` claim alone, otherwise each claim that is present against the token's field.

use crate::claims::FIELDS;
use crate::error::{Code, Error, Problem, add, listed, problems_value};
use crate::json::{self, Members, Value};
use crate::jws::Compact;
#[cfg(feature = "sign")]
use crate::signer::Signer;
use crate::token::{Fields, Kind, SIGNATURES, Token, mismatch};
use crate::user_jwt;
use crate::verify_options::VerifyOptions;

/// What Fogbender's backend decides about a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The widget is rendered.
    Accepted,
    /// The token is turned away.
    Refused,
    /// Nothing speaks against the token, and without the secret nobody can say more.
    Unknown,
}

impl Verdict {
    /// `accepted`, `refused` or `unknown`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether a field of the token is covered by the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Covered, and equal: an edit is noticed.
    Signed,
    /// Not covered: whoever holds the token can edit it.
    Unsigned,
    /// Covered, and different from what was signed.
    Mismatch,
}

impl Coverage {
    /// `signed`, `unsigned` or `mismatch`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Unsigned => "unsigned",
            Self::Mismatch => "mismatch",
        }
    }
}

/// Something that is worth knowing and does not decide the verdict; each was tested, none is a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hint {
    /// A stable `snake_case` name; the README has the table.
    pub code: &'static str,
    /// For people. Holds no secret and no token.
    pub message: String,
}

impl Hint {
    fn to_value(&self) -> Value<'_> {
        json::object_of_texts(&[("code", self.code), ("message", &self.message)])
    }
}

/// The answer to "why was it refused?" and "what could Alice edit?".
///
/// ```
/// use fogbender_token::{Coverage, Identity, Secret, SignOptions, Signer, Token, Verdict, VerifyOptions};
///
/// let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let alice = Identity::new("U234328")
///     .customer_id("C256434")
///     .customer_name("Netflix")
///     .user_email("alice@netflix.com")
///     .user_name("Alice Chesterton");
/// let token = signer.token(&alice, "dzAwNjg4NDY0NjI4NzgyNDY5MTIw", &SignOptions::new())?.to_json();
/// let as_bob = Token::from_json(&token.replace("U234328", "U999999"))?;
///
/// let explanation = signer.explain(&as_bob, &VerifyOptions::new())?;
/// assert_eq!(explanation.verdict, Verdict::Refused);
/// assert_eq!(explanation.field("userId"), Some(Coverage::Mismatch));
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// What Fogbender's backend decides.
    pub verdict: Verdict,
    /// Why the token is refused: empty unless it is.
    pub reasons: Vec<Problem>,
    /// The identity fields, in the token's order.
    pub fields: Vec<(&'static str, Coverage)>,
    /// What else is worth knowing.
    pub hints: Vec<Hint>,
}

impl Explanation {
    /// Whether a field is covered; `None` when neither token nor userJWT has it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Coverage> {
        self.fields.iter().find(|(known, _)| *known == name).map(|(_, coverage)| *coverage)
    }

    /// The explanation as JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.to_value().to_json()
    }

    pub(crate) fn to_value(&self) -> Value<'_> {
        let fields: Vec<_> = self.fields.iter().map(|(name, coverage)| (*name, coverage.as_str())).collect();
        Value::Object(vec![
            ("verdict".into(), Value::Text(self.verdict.as_str().into())),
            ("reasons".into(), problems_value(&self.reasons)),
            ("fields".into(), json::object_of_texts(&fields)),
            ("hints".into(), Value::Array(self.hints.iter().map(Hint::to_value).collect())),
        ])
    }

    #[cold]
    fn hint(&mut self, code: &'static str, message: &[&str]) {
        self.hints.push(Hint { code, message: message.concat() });
    }
}

/// Explains a token without the secret: all that can be said but whether the signature is right.
///
/// ```
/// use fogbender_token::{Token, Verdict, VerifyOptions, explain};
///
/// let token = Token::from_json(r#"{"widgetId":"dzAwNjg4NDY0NjI4NzgyNDY5MTIw","customerId":"C1","customerName":"N",
///     "userId":"U1","userEmail":"a@example.com","userName":"A","userJWT":"edited.by.hand"}"#)?;
/// assert_eq!(explain(&token, &VerifyOptions::new())?.verdict, Verdict::Refused);
/// # Ok::<(), fogbender_token::Error>(())
/// ```
///
/// # Errors
/// `option_invalid` and `time_in_milliseconds`, for the options; whatever the token holds is explained.
pub fn explain(token: &Token, options: &VerifyOptions) -> Result<Explanation, Error> {
    explain_fields(&token.fields()?, options)
}

/// Explains a token with the current secret and, behind it, those before it.
///
/// # Errors
/// Those of [`explain()`].
#[cfg(feature = "sign")]
pub fn explain_with(token: &Token, signers: &[Signer], options: &VerifyOptions) -> Result<Explanation, Error> {
    explain_fields_with(&token.fields()?, signers, options)
}

pub(crate) fn explain_fields(token: &Fields<'_>, options: &VerifyOptions) -> Result<Explanation, Error> {
    judge(token, Keys::default(), options)
}

#[cfg(feature = "sign")]
pub(crate) fn explain_fields_with(
    token: &Fields<'_>,
    signers: &[Signer],
    options: &VerifyOptions,
) -> Result<Explanation, Error> {
    judge(token, Keys { signers }, options)
}

/// What is known of the secret: the current one first.
#[derive(Clone, Copy, Default)]
struct Keys<'a> {
    #[cfg(feature = "sign")]
    signers: &'a [Signer],
    #[cfg(not(feature = "sign"))]
    none: std::marker::PhantomData<&'a ()>,
}

/// What a key says of a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "sign"), expect(dead_code, reason = "only a key can tell"))]
enum Signature {
    Right,
    Wrong,
    Unknown,
}

#[cold]
fn judge(token: &Fields<'_>, keys: Keys<'_>, options: &VerifyOptions) -> Result<Explanation, Error> {
    let (now, tolerance) = options.times()?;
    let mut told =
        Explanation { verdict: Verdict::Unknown, reasons: Vec::new(), fields: Vec::new(), hints: Vec::new() };
    for problem in token.form_problems() {
        let refused_by_the_widget =
            matches!(problem.code, Code::FieldMissing | Code::FieldNotString | Code::SignatureMissing);
        // The widget itself adds these to every token that it sends.
        let added_by_the_widget = matches!(problem.field.as_deref(), Some("visitorToken" | "visitUrl"));
        if refused_by_the_widget {
            told.reasons.push(problem);
        } else if !added_by_the_widget {
            told.hint(problem.code.as_str(), &[&problem.message]);
        }
    }
    let signature = match token.kind() {
        Kind::User => explain_user(token, keys, (now, tolerance), &mut told),
        Kind::Visitor => {
            told.hint("visitor_token", &["A visitor token names no user; Fogbender issues and checks its key itself."]);
            Signature::Unknown
        }
        Kind::Fallback => explain_widget_key(token, keys, &mut told),
    };
    if signature == Signature::Unknown && keys.are_none() && token.kind() != Kind::Visitor {
        let why =
            "No secret was given, so the signature was not checked. If one was meant to be, its variable is unset.";
        told.hint("signature_not_checked", &[why]);
    }
    told.verdict = match signature {
        _ if !told.reasons.is_empty() => Verdict::Refused,
        Signature::Right => Verdict::Accepted,
        _ => Verdict::Unknown,
    };
    Ok(told)
}

fn explain_user(token: &Fields<'_>, keys: Keys<'_>, times: (f64, f64), told: &mut Explanation) -> Signature {
    told.fields = FIELDS.into_iter().filter(|name| token.has(name)).map(|name| (name, Coverage::Unsigned)).collect();
    match SIGNATURES.into_iter().find(|name| token.text(name).is_some_and(|text| !text.is_empty())) {
        Some("userJWT") => {
            if token.text("widgetKey").is_some() {
                told.hint(
                    "widget_key_beside",
                    &["The token carries widgetKey beside userJWT: take it out, it proves nothing."],
                );
            }
            explain_user_jwt(token, keys, times, told)
        }
        Some("userHMAC") => explain_user_hmac(token, keys, told),
        Some("userPaseto") => {
            told.hint(
                "paseto_not_checked",
                &["userPaseto is an older signature that is not looked into here: use userJWT."],
            );
            Signature::Unknown
        }
        Some(_) => explain_widget_key(token, keys, told),
        None => Signature::Unknown,
    }
}

fn explain_user_jwt(
    token: &Fields<'_>,
    keys: Keys<'_>,
    (now, tolerance): (f64, f64),
    told: &mut Explanation,
) -> Signature {
    let compact = match Compact::parse(token.text("userJWT").unwrap_or_default()) {
        Ok(compact) => compact,
        Err(problem) => {
            told.reasons.push(problem);
            return Signature::Wrong;
        }
    };
    let mut signature = Signature::Wrong;
    match compact.check_header() {
        Err(problem) => {
            if problem.code == Code::JwtAlgNotAllowed {
                told.hint(
                    "other_algorithm",
                    &["Set the signing library's algorithm to HS256; with \"none\" nothing is signed at all."],
                );
            }
            told.reasons.push(problem);
        }
        Ok(()) => match compact.signature() {
            Ok(mac) => signature = keys.check_user_jwt(&compact, &mac, token, told),
            Err(problem) => told.reasons.push(problem),
        },
    }
    match compact.claims() {
        Ok(claims) => {
            compare(token, &claims, told);
            for problem in user_jwt::check_times(&claims, now, tolerance) {
                let note = "Fogbender's backend was not seen to check times; verifyUserJWT does, and refuses this. ";
                told.hint(problem.code.as_str(), &[note, &problem.message]);
            }
        }
        Err(problem) => told.reasons.push(problem),
    }
    if signature == Signature::Wrong {
        for (_, coverage) in told.fields.iter_mut().filter(|(_, coverage)| *coverage == Coverage::Signed) {
            *coverage = Coverage::Unsigned;
        }
    }
    signature
}

/// The claims against the fields, as the backend compares them.
fn compare(token: &Fields<'_>, claims: &Members<'_>, told: &mut Explanation) {
    let present = |name| json::get(claims, name).filter(|claim| **claim != Value::Null);
    if json::get(claims, "visitor").is_some() {
        told.hint("visitor_jwt", &["The userJWT has a visitor claim: it is a visitor's token, not a user's."]);
    }
    // Unlike the others, sub counts when it is null.
    if let Some(sub) = json::get(claims, "sub") {
        told.hint(
            "sub_only",
            &["The userJWT has a sub claim, so Fogbender compares sub with userId and ignores every other claim: sign without sub."],
        );
        let equal = sub.as_text().is_some() && sub.as_text() == token.text("userId");
        set(told, "userId", if equal { Coverage::Signed } else { Coverage::Mismatch });
        if !equal {
            told.reasons.push(mismatch("userId"));
        }
    } else {
        if present("userId").is_none() {
            let rule = "userId is not among the userJWT's claims, and Fogbender requires it: sign the userId.";
            told.reasons.push(Problem::of(Code::FieldMissing, "userId", &[rule]));
        }
        if let Some(Value::Number(_)) = present("userId") {
            told.hint(
                "user_id_number",
                &["userId was signed as a number, which never equals the token's text: sign String(userId)."],
            );
        }
        for name in FIELDS {
            let mismatch = token.mismatch(claims, name);
            if present(name).is_some() {
                set(told, name, if mismatch.is_some() { Coverage::Mismatch } else { Coverage::Signed });
            }
            add(&mut told.reasons, mismatch);
        }
    }
    let unsigned = |(name, coverage): &(&'static str, Coverage)| (*coverage == Coverage::Unsigned).then_some(*name);
    let unsigned = listed(&mut told.fields.iter().filter_map(unsigned));
    if !unsigned.is_empty() {
        told.hint(
            "unsigned_fields",
            &["Not signed, so whoever holds the token can edit it: ", &unsigned, ". Sign every identity field."],
        );
    }
}

/// Sets the coverage of a field, in the token's order also when the token itself lacks the field.
fn set(told: &mut Explanation, name: &'static str, coverage: Coverage) {
    let place = |name: &str| FIELDS.iter().position(|known| *known == name);
    let behind = told.fields.iter().position(|(known, _)| place(known) >= place(name)).unwrap_or(told.fields.len());
    match told.fields.get_mut(behind) {
        Some((known, value)) if *known == name => *value = coverage,
        _ => told.fields.insert(behind, (name, coverage)),
    }
}

fn explain_user_hmac(token: &Fields<'_>, keys: Keys<'_>, told: &mut Explanation) -> Signature {
    let user_id = token.text("userId").unwrap_or_default();
    told.hint(
        "user_hmac_signs_user_id",
        &["userHMAC signs userId alone, so whoever holds the token can edit customerId and the rest: use userJWT."],
    );
    let signature = keys.check_hex("userHMAC", token, user_id.as_bytes(), told);
    if signature != Signature::Wrong {
        set(told, "userId", Coverage::Signed);
    }
    signature
}

fn explain_widget_key(token: &Fields<'_>, keys: Keys<'_>, told: &mut Explanation) -> Signature {
    told.hint(
        "widget_key_signs_nothing",
        &["widgetKey signs nothing, so anyone can edit the token into anybody: it is for trying out. Use userJWT."],
    );
    keys.check_hex("widgetKey", token, b"", told)
}

#[cfg(not(feature = "sign"))]
impl Keys<'_> {
    fn are_none(self) -> bool {
        let _ = self.none;
        true
    }

    fn check_user_jwt(self, _: &Compact<'_>, _: &[u8], _: &Fields<'_>, _: &mut Explanation) -> Signature {
        let _ = self.none;
        Signature::Unknown
    }

    fn check_hex(self, _: &str, _: &Fields<'_>, _: &[u8], _: &mut Explanation) -> Signature {
        let _ = self.none;
        Signature::Unknown
    }
}

#[cfg(feature = "sign")]
mod with_secret {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use zeroize::Zeroizing;

    use super::{Code, Compact, Explanation, Fields, Keys, Problem, Signature, add};
    use crate::jws::Key;

    impl Keys<'_> {
        pub(super) fn are_none(self) -> bool {
            self.signers.is_empty()
        }

        pub(super) fn check_user_jwt(
            self,
            jwt: &Compact<'_>,
            mac: &[u8],
            token: &Fields<'_>,
            told: &mut Explanation,
        ) -> Signature {
            let Some((current, previous)) = self.signers.split_first() else { return Signature::Unknown };
            let signed_by = |key: &Key| key.is_mac(jwt.signing_input(), mac);
            if signed_by(current.key()) {
                return Signature::Right;
            }
            add(&mut told.reasons, current.key().verify(jwt).err());
            if previous.iter().any(|signer| signed_by(signer.key())) {
                told.hint(
                    "previous_secret",
                    &["The userJWT was signed with a previous secret: deploy the current one to the backend."],
                );
            }
            let secret = current.secret().bytes();
            let made_with = |key: &[u8]| signed_by(&Key::new(key));
            let with_end = |end: &[u8]| Zeroizing::new([secret, end].concat());
            let bare = Zeroizing::new(secret.trim_ascii().to_vec());
            if bare.len() < secret.len() && made_with(&bare) {
                told.hint(
                    "secret_padded",
                    &["The secret given here has whitespace around it; without it the signature is right."],
                );
            }
            if [&b"\n"[..], b"\r\n", b" "].iter().any(|end| made_with(&with_end(end))) {
                told.hint(
                    "secret_padded",
                    &["The userJWT was signed with whitespace behind the secret: trim it where it is read."],
                );
            }
            if [b'"', b'\''].iter().any(|quote| made_with(&Zeroizing::new([&[*quote], secret, &[*quote]].concat()))) {
                told.hint(
                    "secret_quoted",
                    &["The userJWT was signed with quotation marks around the secret: take them off."],
                );
            }
            let unquoted = [b"\"", b"'"].into_iter().find_map(|quote| secret.strip_prefix(quote)?.strip_suffix(quote));
            if unquoted.is_some_and(made_with) {
                told.hint("secret_quoted", &["The secret given here has quotation marks around it: take them off."]);
            }
            // In a buffer of our own: where decoding fails midway, what it wrote is wiped too.
            let mut decoded = Zeroizing::new(vec![0; secret.len() + 2]);
            if STANDARD.decode_slice(secret, &mut decoded).is_ok_and(|length| made_with(&decoded[..length])) {
                told.hint(
                    "secret_decoded",
                    &["The userJWT was signed with the base64-decoded secret: the key is the secret's 32 characters as they stand."],
                );
            }
            if token.text("widgetId").is_some_and(|widget_id| made_with(widget_id.as_bytes())) {
                told.hint(
                    "secret_is_widget_id",
                    &["The userJWT was signed with widgetId as the secret, which everyone knows."],
                );
            }
            if [&b""[..], b"undefined", b"null"].into_iter().any(made_with) {
                told.hint(
                    "secret_unset",
                    &["The userJWT was signed while the secret was unset, so anyone could sign it."],
                );
            }
            Signature::Wrong
        }

        /// Checks `field`, the beginning of the hexadecimal HMAC of `message`.
        pub(super) fn check_hex(
            self,
            field: &str,
            token: &Fields<'_>,
            message: &[u8],
            told: &mut Explanation,
        ) -> Signature {
            let Some(current) = self.signers.first() else { return Signature::Unknown };
            let given = token.text(field).unwrap_or_default();
            let mac = current.key().mac(message);
            let expected =
                mac.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| b"0123456789abcdef"[usize::from(digit)]);
            let whole = if field == "widgetKey" { 19 } else { 64 };
            // Every digit is compared, whichever differs first.
            let differences = expected.zip(given.bytes()).fold(0, |sum, (expected, given)| sum | (expected ^ given));
            if given.len() == whole && differences == 0 {
                return Signature::Right;
            }
            let rule = " was not made with this secret.";
            told.reasons.push(Problem::of(Code::SignatureMismatch, field, &[field, rule]));
            Signature::Wrong
        }
    }
}
