export const doctor = { summary: "x", operands: "URL", options: {}, run: () => ({ plain: "x" }) };
