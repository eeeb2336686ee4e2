import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenKey } from "fogbender-token/page";

const token = {
  widgetId: "dzE",
  customerId: "C1",
  customerName: "Netflix",
  userId: "U1",
  userEmail: "a@b.c",
  userName: "Alice",
  userJWT: "a.b.c",
};

test("another user, company or widget is another key; a fresh userJWT, name or picture is not", () => {
  for (const name of ["widgetId", "customerId", "userId"]) assert.notEqual(tokenKey({ ...token, [name]: "other" }), tokenKey(token), name);
  for (const name of ["userJWT", "userName", "customerName", "userAvatarUrl", "versions"]) {
    assert.equal(tokenKey({ ...token, [name]: "other" }), tokenKey(token), name);
  }
});

test("no two of 4,096 triples have the same key, whatever separators and quotes are in their ids", () => {
  const ids = ["", "a", "b", ",", '"', "\\", '","', '"a', 'a"', "a,b", "/", "null", "[]", "\u2028", "\ud800", "\ufffd"];
  const keys = new Set();
  for (const widgetId of ids)
    for (const customerId of ids) for (const userId of ids) keys.add(tokenKey({ ...token, widgetId, customerId, userId }));
  assert.equal(keys.size, ids.length ** 3);
});
