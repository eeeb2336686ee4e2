import fogbender = require("fogbender-token");

const signer = new fogbender.Signer("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO");
export const userJWT: string = signer.sign({ userId: "U234328" }, { partial: true });
// @ts-expect-error a userId is a string: String(42)
signer.sign({ userId: 42 }, { partial: true });
