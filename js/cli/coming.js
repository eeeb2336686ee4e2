// The package's functions as the command line calls them.
import { createHmac } from "node:crypto";
import * as api from "../entries/api.js";
import { readObject } from "./json-text.js";

export const { decodeUserJWT, verifyUserJWT, checkToken, Signer } = api;

export const signUserJWT = (identity, secret, { partial, ...options }) => api.signUserJWT(identity, secret, options);

export const createToken = (identity, secret, options) => api.createToken(identity, { ...options, secret });

export const explainToken = (text, secret, { signatureType, ...options }) => api.explainToken(readObject(text), secret, options);

export const secretFingerprint = (secret) =>
  new api.Signer(secret) && createHmac("sha256", "fogbender-token fingerprint").update(secret).digest("hex").slice(0, 8);
