"""PyJWT, asked line by line: `verify` or `sign` and base64 in, `ok` and base64 or `no` and a reason out."""

import json
import sys
from base64 import b64decode, b64encode

import jwt

key = sys.argv[1].encode()


def verify(token):
    claims = jwt.decode(token, key, algorithms=["HS256"])
    try:
        return json.dumps(claims, allow_nan=False)
    except ValueError:
        return "null"  # accepted, and no JSON says it


def sign(claims):
    return jwt.encode(json.loads(claims), key, algorithm="HS256")


for line in sys.stdin:
    task, given = line.split(" ")
    try:
        answer = {"verify": verify, "sign": sign}[task](b64decode(given).decode())
        print("ok", b64encode(answer.encode()).decode())
    except Exception as error:  # whatever it throws is its refusal
        print("no", type(error).__name__)
    sys.stdout.flush()
