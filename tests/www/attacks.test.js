import assert from "node:assert/strict";
import { people } from "../../www/people.js";
import { origins, secret } from "./demo.js";
import { accepts } from "./judge.js";
import { attack, openDemo, shownIn, signIn, visit } from "./visit.js";

const ATTACKS = {
  "edit-user-id": { refused: ["field_mismatch"], changed: ["userId"] },
  "edit-customer-id": { refused: ["field_mismatch", "field_mismatch"], changed: ["customerId", "customerName"] },
  "alg-none": { refused: ["jwt_alg_not_allowed"], changed: "everything" },
  "guessed-secret": { refused: ["signature_mismatch"], changed: "everything" },
  "user-id-only": {
    allowed: ["unsigned_customer_id", "unsigned_customer_name"],
    changed: ["customerId", "customerName", "userJWT"],
    who: "Alice Chesterton of Hooli",
  },
  "colleague-email": {
    allowed: ["unsigned_user_email", "unsigned_user_name"],
    changed: ["userEmail", "userJWT", "userName"],
    who: "Carla Diaz of Netflix",
  },
  "sub-claim": {
    allowed: ["sub_signs_user_id_alone", "unsigned_user_email", "unsigned_customer_id", "unsigned_customer_name", "unsigned_user_name"],
    changed: ["customerId", "customerName", "userEmail", "userJWT", "userName"],
    who: "Bob Builder of Hooli",
  },
  "widget-key": { allowed: ["widget_key_published"], changed: "everything", who: "Bob Builder of Hooli" },
  "fallback-key": { allowed: ["widget_key_published"], changed: "everything", who: "Bob Builder of Hooli" },
  replay: { allowed: [], changed: "everything", who: "Bob Builder of Hooli" },
  expired: { allowed: [], changed: "everything", who: "Bob Builder of Hooli", yourVerifier: "jwt_expired" },
};

visit(
  "every attack's verdict is the one of Fogbender's rules, with the reason, the lesson, and what the frame shows",
  {},
  async (page, seen) => {
    await openDemo(page);
    const own = await signIn(page, "alice");
    assert.deepEqual(
      await page.locator("[data-attack]").evaluateAll((all) => all.map(({ dataset }) => dataset.attack)),
      Object.keys(ATTACKS),
    );

    for (const [id, { refused, allowed, changed, who, yourVerifier }] of Object.entries(ATTACKS)) {
      await attack(page, id);
      const { visitUrl, visitorToken, versions, ...token } = seen.messages.findLast(
        ({ to, data }) => to === origins.fogbender && data.initToken,
      ).data.initToken;
      const verdict = refused ? "refused" : "accepted";
      assert.equal(accepts(token, secret), !refused, `${id}, by the rules`);
      const report = page.locator("#attack-report");
      for (const shown of ["#attack-verdict", `[data-attack=${id}]`]) {
        assert.equal(await page.getAttribute(shown, "data-verdict"), verdict, `${id} in ${shown}`);
      }
      assert.equal(await page.textContent(`[data-attack=${id}] .badge`), refused ? "Refused" : "Succeeds");

      const codes = await report.locator("[data-code]").evaluateAll((list) => list.map(({ dataset }) => dataset.code));
      assert.deepEqual(codes, refused ?? allowed, id);
      assert.match(await report.locator("[data-fix]").textContent(), /^[A-Z].{30,}\.$/);
      const names = await report.locator("[data-changed]").evaluateAll((list) => list.map(({ dataset }) => dataset.changed));
      const differing = Object.keys({ ...own, ...token }).filter((name) => token[name] !== own[name]);
      assert.deepEqual(names.toSorted(), differing.toSorted(), id);
      const bobs = Object.keys(people.bob).every((name) => token[name] === people.bob[name]);
      if (changed === "everything") assert.ok(bobs, `${id} is all of Bob`);
      else assert.deepEqual(names.toSorted(), changed, id);

      const shown = await shownIn(page, "#attack-widget");
      assert.equal(shown.state, verdict, id);
      if (refused) {
        assert.deepEqual([shown.title, shown.who], ["Refused, nothing is rendered", refused[0]]);
        assert.equal(`${refused[0]} ${shown.why}`, await report.locator("[data-code]").first().textContent());
      } else {
        assert.deepEqual([shown.title, shown.who], ["Verified, render away!", who]);
      }
      const verifier = report.locator("[data-verified=refused]");
      assert.equal(await verifier.count(), yourVerifier ? 1 : 0, id);
      if (yourVerifier) assert.equal(await verifier.locator("code").textContent(), yourVerifier);
    }
  },
);

visit("an attack starts from Alice's own token, also when nobody or Bob is signed in", {}, async (page) => {
  await openDemo(page);
  await attack(page, "edit-user-id");
  assert.equal(await page.textContent("#lane-user"), "Alice Chesterton");
  await signIn(page, "bob");
  await attack(page, "edit-user-id");
  assert.equal(await page.textContent("#lane-user"), "Alice Chesterton");
  assert.equal((await shownIn(page, "#attack-widget")).who, "field_mismatch");
});

visit("the token of an attack can be looked at in the form", {}, async (page) => {
  await openDemo(page);
  await attack(page, "edit-user-id");
  await page.click("[data-inspect]");
  assert.equal(await page.inputValue("#f-userId"), people.bob.userId);
  assert.equal(await page.getAttribute("[data-error=userId]", "data-codes"), "field_mismatch");
  assert.equal(await page.getAttribute("#editable tr[data-field=userId]", "data-coverage"), "mismatch");
});
