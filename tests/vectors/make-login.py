#!/usr/bin/env python3
"""Writes login.json: Fogbender's login as a table, a row for each sentence of its eight steps.

It knows nothing of this library: the signatures are made with Python's own hmac, the verdicts are written by hand.
A row: `step` and `rule` say what it proves; `token` is given to explain, as an object, or as text where an object could not
hold it; `type` is the workspace's signature type ("jwt" if absent). Expected: `verdict`, `ends` (the last step that was
reached), `reasons` and `consequences` in their order, and `hints` in theirs where the row is about them.
No row: whether Fogbender knows a workspace, and whether an email is somebody else's already. Only its database knows.
"""
import base64, hashlib, hmac, json, pathlib

SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO"
NOW = 1700000000
ALICE = {
    "userId": "U234328", "customerId": "C256434", "customerName": "Netflix", "userEmail": "alice@netflix.com",
    "userName": "Alice Chesterton", "userAvatarUrl": "https://example.com/alice.png",
}
DANGER = ["userEmail", "customerId", "userId", "customerName", "userName", "userAvatarUrl"]


def b64(data):
    return base64.urlsafe_b64encode(data.encode() if isinstance(data, str) else data).rstrip(b"=").decode()


def text(value):
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def jwt(claims, header={"alg": "HS256", "typ": "JWT"}, key=SECRET, digest="sha256"):
    signing_input = f"{b64(text(header))}.{b64(text(claims))}"
    return f"{signing_input}.{b64(hmac.new(key.encode(), signing_input.encode(), digest).digest())}"


def hex_hmac(message, key=SECRET):
    return hmac.new(key.encode(), message.encode(), "sha256").hexdigest()


RIGHT, HMAC, KEY = jwt(ALICE), hex_hmac("U234328"), hex_hmac("")[:19]
BARE = {"widgetId": b64("w00688464628782469120"), **ALICE}


def without(fields, *names):
    return {name: value for name, value in fields.items() if name not in names}


def token(**fields):
    """Alice's token with these fields beside hers, or instead of them."""
    return {**BARE, **fields}


def unsigned(*names):
    snake = lambda name: "".join("_" + c.lower() if c.isupper() else c for c in name)
    return ["unsigned_" + snake(name) for name in DANGER if name in names]


def all_but(*names):
    return unsigned(*(name for name in DANGER if name not in names))


rows = []


def row(step, rule, token, verdict, ends, reasons=(), consequences=(), **more):
    rows.append({"step": step, "rule": rule, "token": token, **({"type": more.pop("type")} if "type" in more else {}),
                 "verdict": verdict, "ends": ends, "reasons": list(reasons), "consequences": list(consequences), **more})


def accepted(step, rule, token, consequences=(), **more):
    row(step, rule, token, "accepted", "account", (), consequences, **more)


def refused(step, rule, token, ends, *reasons, consequences=(), **more):
    row(step, rule, token, "refused", ends, reasons, consequences, **more)


# Step 1: the workspace.
refused_id = lambda rule, value, token=token: refused(1, rule, token(widgetId=value, userJWT=RIGHT), "workspace", "field_invalid widgetId")
accepted(1, "w and 20 digits, as issued, is a workspace's id", token(userJWT=RIGHT), hints=[])
accepted(1, "w and fewer digits is one too", token(widgetId=b64("w1"), userJWT=RIGHT))
refused_id("another letter than w", b64("v00688464628782469120"))
refused_id("no digits", b64("w"))
refused_id("a letter among the digits", b64("w12a4"))
refused_id("something behind the digits", b64("w123\n"))
refused_id("padded base64url", b64("w123") + "==")
refused_id("not base64url", "w00688464628782469120!")
refused_id("the id itself, not encoded", "w00688464628782469120")
refused_id("the empty string", "")
refused_id("null", None)
refused_id("a number", 688464628782469120 // 1000)
refused(1, "absent", without(token(userJWT=RIGHT), "widgetId"), "workspace", "field_invalid widgetId")
refused(1, "it ends the login before a signature is read", token(widgetId="x", userToken="opaque"), "workspace", "field_invalid widgetId")

# Step 2: which signature is read.
for kind in ["jwt", "hmac", "paseto"]:
    weak = ["user_hmac_signs_user_id_alone", *all_but("userId")] if kind == "hmac" else []
    row(2, f"userToken is read before all others in a workspace of the type {kind}",
        token(userToken="opaque", userJWT=RIGHT, userHMAC=HMAC, userPaseto="v2.local.opaque"), "unknown", "user_token", (), weak, type=kind)
row(2, "userToken can be left out, and then the userJWT behind it is read", token(userToken="opaque", userJWT=jwt({"userId": "U234328"})),
    "unknown", "user_token", (), all_but("userId"))
row(2, "userToken is read although the userJWT is wrong", token(userToken="opaque", userJWT="a.b.c"), "unknown", "user_token")
row(2, "a userToken that is the empty string is read", token(userToken="", userJWT=RIGHT), "unknown", "user_token")
for value in [None, 42]:
    accepted(2, "a userToken that is not a string is not read", token(userToken=value, userJWT=RIGHT))
refused(2, "a right userHMAC is not looked at in a workspace of the type jwt", token(userHMAC=HMAC),
        "widget_key", "signature_missing userJWT", hints=["signature_not_read"])
accepted(2, "nor is a wrong one", token(userHMAC="0" * 64, userJWT=RIGHT), hints=["signature_not_read"])
refused(2, "userPaseto is not looked at in a workspace of the type jwt", token(userPaseto="v2.local.opaque"),
        "widget_key", "signature_missing userJWT", hints=["signature_not_read"])
refused(2, "a right userJWT is not looked at in a workspace of the type hmac", token(userJWT=RIGHT),
        "widget_key", "signature_missing userHMAC", type="hmac", hints=["signature_not_read"])
accepted(2, "nor is a wrong one", token(userJWT="a.b.c", userHMAC=HMAC), ["user_hmac_signs_user_id_alone", *all_but("userId")], type="hmac")
refused(2, "a right userJWT is not looked at in a workspace of the type paseto", token(userJWT=RIGHT),
        "widget_key", "signature_missing userPaseto", type="paseto", hints=["signature_not_read"])
row(2, "userPaseto is read in a workspace of the type paseto, and only Fogbender checks it",
    token(userPaseto="v2.local.opaque"), "unknown", "account", type="paseto")
accepted(2, "with a signature of another kind alone, widgetKey decides", token(userHMAC="0" * 64, widgetKey=KEY), ["widget_key_published"])

# Step 3: no signature, so widgetKey must be right.
accepted(3, "userJWT absent and widgetKey right: nothing is signed", token(widgetKey=KEY), ["widget_key_published"])
accepted(3, "userJWT null is absent", token(userJWT=None, widgetKey=KEY), ["widget_key_published"])
accepted(3, "userHMAC null is absent", token(userHMAC=None, widgetKey=KEY), ["widget_key_published"], type="hmac")
accepted(3, "userPaseto null is absent", token(userPaseto=None, widgetKey=KEY), ["widget_key_published"], type="paseto")
accepted(3, "with widgetKey, anyone is any user of any customer",
         token(userId="U999999", customerId="C9", userEmail="bob@example.org", widgetKey=KEY), ["widget_key_published"])
for name in ["userJWT", "userHMAC", "userPaseto"]:
    kind, ends = name[4:].lower(), {"userJWT": "user_jwt", "userHMAC": "user_hmac", "userPaseto": "user_paseto"}[name]
    code = "jwt_malformed" if name == "userJWT" else "signature_mismatch"
    refused(3, f"{name} as the empty string is a wrong signature, although widgetKey is right", token(**{name: "", "widgetKey": KEY}),
            ends, f"{code} {name}", consequences=["widget_key_published"], **({} if kind == "jwt" else {"type": kind}))
refused(3, "neither a signature nor widgetKey", token(), "widget_key", "signature_missing userJWT")
refused(3, "widgetKey null", token(widgetKey=None), "widget_key", "signature_missing userJWT")
for rule, key in [("of another secret", hex_hmac("", "x" * 32)[:19]), ("cut short", KEY[:-1]), ("one digit longer", hex_hmac("")[:20]),
                  ("the empty string", ""), ("with its last digit changed", KEY[:-1] + "b")]:
    refused(3, f"widgetKey {rule}", token(widgetKey=key), "widget_key", "signature_mismatch widgetKey")
refused(3, "widgetKey in capital letters", token(widgetKey=KEY.upper()), "widget_key", "signature_mismatch widgetKey",
        consequences=["widget_key_published"])
row(3, "a fallback token names no user", {"widgetId": BARE["widgetId"], "widgetKey": KEY}, "accepted", "widget_key", (), ["widget_key_published"])
accepted(3, "a published widgetKey beside a right userJWT lets its reader leave the userJWT out", token(userJWT=RIGHT, widgetKey=KEY),
         ["widget_key_published"])

# Step 4: userHMAC.
for rule, value in [("in small letters", HMAC), ("in capital letters", HMAC.upper()), ("in both", HMAC[:32].upper() + HMAC[32:])]:
    accepted(4, f"userHMAC {rule} is right and signs userId alone", token(userHMAC=value), ["user_hmac_signs_user_id_alone", *all_but("userId")], type="hmac")
for name in without(ALICE, "userId"):
    accepted(4, f"so {name} can be edited", token(userHMAC=HMAC, **{name: "bob@example.org"}), ["user_hmac_signs_user_id_alone", *all_but("userId")], type="hmac")
for rule, fields in [("userId edited", {"userId": "U999999", "userHMAC": HMAC}), ("of another secret", {"userHMAC": hex_hmac("U234328", "x" * 32)}),
                     ("cut short", {"userHMAC": HMAC[:-1]}), ("longer", {"userHMAC": HMAC + "0"}), ("not hex", {"userHMAC": "z" * 64}),
                     ("userId null", {"userId": None, "userHMAC": HMAC}),
                     ("with its last digit changed", {"userHMAC": HMAC[:-1] + "9"})]:
    refused(4, f"userHMAC, {rule}", token(**fields), "user_hmac", "signature_mismatch userHMAC", type="hmac")
row(4, "userHMAC over a userId that is not text crashes", token(userId=42, userHMAC=hex_hmac("42")), "crashes", "user_hmac",
    ["field_not_string userId"], type="hmac")

# Step 5: the JWS.
wrong = lambda rule, value, code: refused(5, rule, token(userJWT=value), "user_jwt", f"{code} userJWT")
accepted(5, "HS256 with the secret, over every field", token(userJWT=RIGHT), hints=[])
accepted(5, "another writing of the header", token(userJWT=jwt(ALICE, ' {"kid":"1", "alg":"HS256"}')))
wrong("another secret", jwt(ALICE, key="cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ"), "signature_mismatch")
wrong("the empty key", jwt(ALICE, key=""), "signature_mismatch")
wrong("the widgetId as the key", jwt(ALICE, key=BARE["widgetId"]), "signature_mismatch")
wrong("alg none without a signature", jwt(ALICE, {"alg": "none"}).rsplit(".", 1)[0] + ".", "jwt_alg_not_allowed")
wrong("alg none with HS256's signature", jwt(ALICE, {"alg": "none"}), "jwt_alg_not_allowed")
wrong("HS384, rightly signed", jwt(ALICE, {"alg": "HS384"}, digest="sha384"), "jwt_alg_not_allowed")
wrong("HS512, rightly signed", jwt(ALICE, {"alg": "HS512"}, digest="sha512"), "jwt_alg_not_allowed")
for alg in ["HS384", "RS256", "hs256", "None", None, ["HS256"]]:
    wrong(f"alg {text(alg)} with HS256's signature", jwt(ALICE, {"alg": alg}), "jwt_alg_not_allowed")
wrong("no alg", jwt(ALICE, {"typ": "JWT"}), "jwt_alg_not_allowed")
for rule, value, code in [("a dot behind it", RIGHT + ".", "jwt_malformed"), ("a fourth part", RIGHT + ".AAAA", "jwt_malformed"),
                          ("a newline behind it", RIGHT + "\n", "jwt_not_base64url"), ("a space before it", " " + RIGHT, "jwt_not_base64url"),
                          ("padding", RIGHT + "=", "jwt_not_base64url"), ("Bearer before it", "Bearer " + RIGHT, "jwt_not_base64url"),
                          ("a character more", RIGHT + "A", "signature_mismatch"), ("cut short", RIGHT[:-8], "jwt_not_base64url"),
                          ("cut before the signature", RIGHT.rsplit(".", 1)[0], "jwt_malformed"), ("no signature", RIGHT.rsplit(".", 1)[0] + ".", "signature_mismatch")]:
    wrong(rule, value, code)
wrong("a payload changed after it was signed", ".".join([RIGHT.split(".")[0], b64(text({**ALICE, "userName": "Bob"})), RIGHT.split(".")[2]]), "signature_mismatch")
for payload in ["[]", "null", "42", '"U234328"', "", "{", "{} {}"]:
    wrong(f"a payload that is no object: {payload}", jwt(payload), "jwt_payload_invalid")
lone = '"\\ud800"'
for rule, claim in [("a claim of one's own", f'"plan":{lone}'), ("an array in one", f'"plan":[{lone}]'), ("an object in one", f'"plan":{{"a":{lone}}}'),
                    ("a claim's name", f"{lone}:1"), ("a name in an object", f'"plan":{{{lone}:1}}')]:
    wrong(f"a lone surrogate in {rule}", jwt(text(ALICE)[:-1] + f",{claim}}}"), "field_not_well_formed")
wrong("a lone surrogate in a claim that is compared", jwt(text(ALICE).replace('"Alice Chesterton"', lone)), "field_not_well_formed")
wrong("a lone surrogate in the header", jwt(ALICE, f'{{"alg":"HS256","kid":{lone}}}'), "jwt_header_invalid")
refused(5, "a userJWT that is not a string", token(userJWT=42), "signature_kind", "field_not_string userJWT")

# Step 5: sub.
for rule, claims in [("alone", {}), ("beside all of Alice's claims", ALICE), ("beside claims of Bob's", {name: "Bob's" for name in ALICE})]:
    accepted(5, f"a sub equal to userId, {rule}: nothing else is compared", token(userJWT=jwt({**claims, "sub": "U234328"})),
             ["sub_signs_user_id_alone", *all_but("userId")])
for name in without(ALICE, "userId"):
    accepted(5, f"so {name} can be edited", token(userJWT=jwt({**ALICE, "sub": "U234328"}), **{name: "bob@example.org"}),
             ["sub_signs_user_id_alone", *all_but("userId")])
for sub in ["U999999", "u234328", "U234328 ", "", 42, None, True, ["U234328"]]:
    refused(5, f"a sub of {text(sub)} is not userId, although the claim userId is", token(userJWT=jwt({**ALICE, "sub": sub})),
            "claims", "field_mismatch userId", consequences=["sub_signs_user_id_alone", *all_but("userId")])

# Step 5: the claims.
for name, value in ALICE.items():
    edits = {"other text": "bob@example.org", "another case": value.swapcase(), "a space behind it": value + " ", "a zero-width space": value + "\u200b"}
    for rule, other in edits.items():
        refused(5, f"{name} edited: {rule}", token(userJWT=RIGHT, **{name: other}), "claims", f"field_mismatch {name}")
    for other in [42, True, False, [value], {"id": value}]:
        refused(5, f"{name} signed as {text(other)} equals no text", token(userJWT=jwt({**ALICE, name: other})), "claims", f"field_mismatch {name}")
    refused(5, f"{name} signed, and null in the token", token(userJWT=RIGHT, **{name: None}), "claims", f"field_mismatch {name}")
    if name != "userId":
        refused(5, f"{name} signed, and absent in the token", without(token(userJWT=RIGHT), name), "claims", f"field_mismatch {name}")
        accepted(5, f"{name} not signed is not checked", token(userJWT=jwt(without(ALICE, name))), unsigned(name))
        accepted(5, f"{name} signed as null is not checked", token(userJWT=jwt({**ALICE, name: None})), unsigned(name))
        accepted(5, f"{name} not signed can be edited", token(userJWT=jwt(without(ALICE, name)), **{name: "bob@example.org"}), unsigned(name))
for rule, claims in [("absent", without(ALICE, "userId")), ("null", {**ALICE, "userId": None})]:
    refused(5, f"userId must be signed, and it is {rule}", token(userJWT=jwt(claims)), "claims", "field_missing userId")
refused(5, "a number never equals its digits", token(userId="42", userJWT=jwt({**ALICE, "userId": 42})), "claims", "field_mismatch userId",
        hints=["user_id_number"])
refused(5, "a composed letter is not a decomposed one", token(userName="Zoe\u0308", userJWT=jwt({**ALICE, "userName": "Zo\u00eb"})), "claims",
        "field_mismatch userName", hints=["differs_by_normalization"])
refused(5, "every claim that differs is named", token(userJWT=RIGHT, **{name: "bob@example.org" for name in ALICE}), "claims",
        *(f"field_mismatch {name}" for name in ALICE))
accepted(5, "claims that are no identity are not compared", token(userJWT=jwt({**ALICE, "plan": "pro", "seats": 5})), hints=[])
accepted(5, "userId twice with one value, as /signatures signs it", token(userJWT=jwt('{"userId":"U234328",' + text(ALICE)[1:])))
for claim, hint in [("exp", "jwt_expired"), ("nbf", "jwt_not_yet_valid")]:
    at = NOW - 1 if claim == "exp" else NOW + 1
    accepted(5, f"{claim} is not checked", token(userJWT=jwt({**ALICE, claim: at})), hints=[hint])
accepted(5, "visitor is not checked", token(userJWT=jwt({**ALICE, "visitor": True})), hints=["visitor_jwt"])

# Step 6: the account.
SNIPPET = jwt({"userId": "U234328", "customerId": "C256434"})
accepted(6, "userId and customerId signed, as Fogbender's snippets do, and a colleague's email written: that is the colleague",
         token(userJWT=SNIPPET, userEmail="bob@netflix.com"), all_but("userId", "customerId"))
accepted(6, "userId alone signed, and another company's id written: its rooms can be read",
         token(userJWT=jwt({"userId": "U234328"}), customerId="C999999"), all_but("userId"))
accepted(6, "the email is found in small letters", token(userEmail="ALICE@Netflix.com", userJWT=jwt({**ALICE, "userEmail": "ALICE@Netflix.com"})), hints=[])

# Step 7: fatal, with fields that nothing signed.
crashes = lambda rule, token, *reasons, consequences=("widget_key_published",), **more: row(7, rule, token, "crashes", "account", reasons, consequences, **more)
for name in ["customerId", "customerName", "userEmail", "userName"]:
    crashes(f"{name} null", token(widgetKey=KEY, **{name: None}), f"field_missing {name}")
    crashes(f"{name} absent", without(token(widgetKey=KEY), name), f"field_missing {name}")
    for other in [42, True, ["a@b"]]:
        crashes(f"{name} is {text(other)}", token(widgetKey=KEY, **{name: other}), f"field_not_string {name}")
for other in [42, ["U234328"]]:
    crashes(f"userId is {text(other)}", token(widgetKey=KEY, userId=other), "field_not_string userId")
crashes("userAvatarUrl is a number", token(widgetKey=KEY, userAvatarUrl=42), "field_not_string userAvatarUrl")
crashes("userId is a number, signed as one", token(userId=42, userJWT=jwt({**ALICE, "userId": 42})), "field_not_string userId", consequences=())
crashes("userId is a number, and sub the same", token(userId=42, userJWT=jwt({"sub": 42})), "field_not_string userId",
        consequences=["sub_signs_user_id_alone", *all_but("userId")])
crashes("userEmail without @", token(widgetKey=KEY, userEmail="alice"), "field_invalid userEmail")
crashes("userEmail without @, signed", token(userEmail="alice", userJWT=jwt({**ALICE, "userEmail": "alice"})), "field_invalid userEmail", consequences=())
crashes("userEmail the empty string", token(widgetKey=KEY, userEmail=""), "field_invalid userEmail")
crashes("all at once", {"widgetId": BARE["widgetId"], "userId": 42, "userEmail": "alice", "widgetKey": KEY}, "field_not_string userId",
        "field_missing customerId", "field_missing customerName", "field_invalid userEmail", "field_missing userName")
refused(7, "userId null is a 401", token(userId=None, widgetKey=KEY), "account", "field_missing userId", consequences=["widget_key_published"])
for rule, fields in [("null", token(widgetKey=KEY, userAvatarUrl=None)), ("empty", token(widgetKey=KEY, userAvatarUrl="")),
                     ("absent", without(token(widgetKey=KEY), "userAvatarUrl"))]:
    accepted(7, f"userAvatarUrl {rule} is fine", fields, ["widget_key_published"])
crashes("a lone surrogate in a field", text(token(widgetKey=KEY)).replace('"Netflix"', lone), "field_not_well_formed customerName")

# Step 8: names with a meaning of their own. The login goes on, and a hint says what they mean.
for name, value, hint in [("customerName", "$Cust_Internal_1", "field_reserved"), ("customerName", "$Cust_External_1", "field_reserved"),
                          ("userId", "visitor-1", "field_reserved"), ("userEmail", "alice@Example.com", "email_example")]:
    accepted(8, f"{name} {value}", token(**{name: value}, userJWT=jwt({**ALICE, name: value})), hints=[hint])

# Beside the steps: what is no user's token.
row(0, "a visitor's token is Fogbender's own", {"widgetId": BARE["widgetId"], "visitor": True, "visitorKey": "opaque"}, "unknown", "", hints=["visitor_token"])

path = pathlib.Path(__file__).with_name("login.json")
head = f'{{"secret":{json.dumps(SECRET)},"now":{NOW},"rows":[\n'
path.write_text(head + ",\n".join(json.dumps(one, ensure_ascii=False) for one in rows) + "\n]}\n")
print(len(rows), "rows")
