// Alice's page, which is all that workerd's test runs; the rest it asks.
import { walk, WAYS } from "../../providers/diagram.js";

export default {
  async test(_, { BACKEND, OUTSIDE, ALICES }) {
    const failures = [];
    let passed = 0;
    for (const [provider, alice] of Object.entries(JSON.parse(ALICES))) {
      for (const way of WAYS) {
        const ask = (headers) => BACKEND.fetch(`http://localhost/${provider}/${encodeURIComponent(way)}`, { headers });
        const verify = (token) => OUTSIDE.fetch("http://localhost:8787/verify", { method: "POST", body: JSON.stringify(token) });
        try {
          await walk(alice, ask, verify);
          passed += 1;
        } catch (error) {
          failures.push({ name: `${provider}, ${way}`, message: error.stack });
        }
      }
    }
    console.log(JSON.stringify({ passed, failures }));
  },
};
