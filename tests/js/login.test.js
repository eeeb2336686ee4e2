// Fogbender's login through the package: the same table that Rust runs, a row for each sentence of its eight steps. The head
// of tests/vectors/make-login.py says what a row holds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { explainToken, Signer } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";
import { SECRET } from "./refusal.js";

const { secret, now, rows } = JSON.parse(readFileSync(new URL("../vectors/login.json", import.meta.url), "utf8"));
const signer = new Signer(secret);
const optionsOf = ({ type }) => ({ now, ...(type !== undefined && { signatureType: type }) });

/** A row's token as an object, which the text of some rows is not. */
const objectOf = ({ token }) => (typeof token === "string" ? JSON.parse(token) : token);
/** And as text, with every escape and repeated name that it has. */
const textOf = ({ token }) => (typeof token === "string" ? token : JSON.stringify(token));

/** An explanation as a row has it. */
function told({ verdict, steps, reasons, consequences }) {
  return {
    verdict,
    ends: steps.at(-1)?.step ?? "",
    reasons: reasons.map(({ code, field = "" }) => `${code} ${field}`),
    consequences: consequences.map(({ code }) => code),
  };
}

const expectedOf = ({ verdict, ends, reasons, consequences }) => ({ verdict, ends, reasons, consequences });

test("the table has every step and every verdict", () => {
  assert.ok(rows.length > 250);
  assert.equal(secret, SECRET);
  for (const step of [1, 2, 3, 4, 5, 6, 7, 8])
    assert.ok(
      rows.some((row) => row.step === step),
      `step ${step}`,
    );
  assert.deepEqual([...new Set(rows.map(({ verdict }) => verdict))].sort(), ["accepted", "crashes", "refused", "unknown"]);
});

for (const [index, row] of rows.entries()) {
  test(`row ${index + 1}, step ${row.step}: ${row.rule}`, () => {
    const explanation = signer.explain(textOf(row), optionsOf(row));
    assert.deepEqual(told(explanation), expectedOf(row));
    if (row.hints !== undefined)
      assert.deepEqual(
        explanation.hints.map(({ code }) => code),
        row.hints,
      );
    assert.deepEqual(explainToken(objectOf(row), secret, optionsOf(row)), explanation);
    assert.ok(explanation.steps.slice(0, -1).every(({ outcome }) => outcome === "goes_on" || outcome === "unknown"));
  });
}

test("the stand-in's /verify gives the same verdicts", async () => {
  const standIn = createStandIn({ secret });
  for (const row of rows.filter(({ type = "jwt" }) => type === "jwt")) {
    const request = new Request("http://localhost/verify", { method: "POST", body: textOf(row) });
    const { verdict, ends } = told(await (await standIn(request)).json());
    assert.deepEqual([verdict, ends], [row.verdict, row.ends], row.rule);
  }
});
