import { NARROWER, NUMBERS, STRICTER } from "./decisions.js";

/** So many cases meet every row of the decisions; fewer may miss one by chance. */
const LARGE = 100_000;

const NOTHING = { compared: 0, accepted: 0, refused: 0, decided: 0, disagreed: 0, signed: 0, unsigned: 0 };
const COUNTED = ["compared", "both accept", "both refuse", "decisions", "disagreements", "signed", "would not sign"];

/** What was counted, peer by peer and decision by decision. */
export class Tally {
  #peers;
  #decisions = new Map([...STRICTER, ...NARROWER, ...NUMBERS].map((row) => [row, { count: 0, peers: new Set(), marks: new Set() }]));

  constructor(names) {
    this.#peers = new Map(names.map((name) => [name, { ...NOTHING }]));
  }

  signed(name, didSign) {
    this.#peers.get(name)[didSign ? "signed" : "unsigned"] += 1;
  }

  compared(name, marks, { agreed, decision }) {
    const peer = this.#peers.get(name);
    peer.compared += 1;
    peer[agreed ?? (decision ? "decided" : "disagreed")] += 1;
    if (!decision) return;
    const met = this.#decisions.get(decision);
    met.count += 1;
    met.peers.add(name);
    const because = decision.marks?.filter((mark) => marks.has(mark)) ?? [];
    if (because.length === 1) met.marks.add(because[0]);
  }

  /** The peers and the marks of each decision that a large run should have met and did not. */
  unmet(cases) {
    if (cases < LARGE) return [];
    return [...this.#decisions].flatMap(([row, met]) => {
      const peers = peersOf(row).filter((peer) => !met.peers.has(peer));
      const marks = (row.marks ?? []).filter((mark) => !met.marks.has(mark));
      return [...peers, ...marks].map((name) => `${titleOf(row)}, ${row.why}: ${name}`);
    });
  }

  /** The two tables, as lines. */
  lines() {
    const peers = [...this.#peers].map(([name, counted]) => [name, ...Object.values(counted).map(grouped)]);
    const decisions = [...this.#decisions].map(([row, { count, peers: met }]) => [
      titleOf(row),
      row.marks?.join(", ") ?? "numbers",
      grouped(count),
      met.size === this.#peers.size ? "all" : [...met].sort().join(", "),
      row.why,
    ]);
    return [
      ...aligned([["peer", ...COUNTED], ...peers]),
      "",
      ...aligned([["decision", "for", "times", "against", "because"], ...decisions]),
    ];
  }
}

const peersOf = (row) => row.accepts ?? row.refuses ?? [row.peer];

/** Our code where we refuse; where a peer does, or reads otherwise, that. */
const titleOf = (row) => row.code ?? (row.refuses ? "(they refuse)" : "(they read otherwise)");

export const grouped = (number) => number.toLocaleString("en");

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
}
