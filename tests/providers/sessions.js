// Alice, signed in at each of the three providers that Fogbender's documentation names: what the app's backend is told of
// its provider, what the provider's API answers, what her browser then sends, and what it sends when she makes it Bob's.
import { address, edited, jwks, jwt, publicPem } from "./support.js";

const now = Math.floor(Date.now() / 1000);
const propelAuthAlice = "31c41c16-c281-44ae-9602-8a047e3bf33d";
const propelAuthNetflix = "1189c444-8a2d-4c41-8b4b-ae43ce79a492";
const bearer = (token) => ({ authorization: `Bearer ${token}` });
const sent = (token, bob) => ({ headers: bearer(token), stolen: bearer(edited(token, bob)) });

const clerk = {
  example: "clerk",
  settings: {
    CLERK_TELEMETRY_DISABLED: "1",
    CLERK_SECRET_KEY: "sk_test_0123456789",
    CLERK_PUBLISHABLE_KEY: `pk_test_${btoa("clerk.example.dev$")}`,
    CLERK_JWT_KEY: publicPem,
  },
  answers: {
    "/api.clerk.com/v1/users/user_alice": {
      object: "user",
      id: "user_alice",
      first_name: "Alice",
      last_name: "Chesterton",
      image_url: "https://img.clerk.com/alice",
      primary_email_address_id: "idn_1",
      email_addresses: [
        {
          object: "email_address",
          id: "idn_1",
          email_address: "alice@netflix.com",
          verification: { status: "verified", strategy: "email_code" },
          linked_to: [],
        },
      ],
      phone_numbers: [],
      web3_wallets: [],
      external_accounts: [],
      enterprise_accounts: [],
      public_metadata: {},
      private_metadata: {},
      unsafe_metadata: {},
    },
    "/api.clerk.com/v1/organizations/org_netflix": { object: "organization", id: "org_netflix", name: "Netflix", slug: "netflix" },
  },
  ...sent(
    await jwt({
      iss: "https://clerk.example.dev",
      sub: "user_alice",
      sid: "sess_1",
      v: 2,
      fva: [0, -1],
      sts: "active",
      nbf: now - 10,
      o: { id: "org_netflix", slg: "netflix", rol: "admin" },
    }),
    { sub: "user_bob" },
  ),
  identity: {
    userId: "user_alice",
    customerId: "org_netflix",
    customerName: "Netflix",
    userEmail: "alice@netflix.com",
    userName: "Alice Chesterton",
    userAvatarUrl: "https://img.clerk.com/alice",
  },
};

const propelAuth = {
  example: "propelauth",
  settings: {
    PROPELAUTH_AUTH_URL: "https://auth.example.com",
    PROPELAUTH_API_KEY: "0123456789",
    PROPELAUTH_VERIFIER_KEY: publicPem,
  },
  answers: {
    [`/propelauth-api.com/api/backend/v1/user/${propelAuthAlice}`]: {
      user_id: propelAuthAlice,
      email: "alice@netflix.com",
      email_confirmed: true,
      picture_url: "https://img.propelauth.com/alice",
    },
  },
  ...sent(
    await jwt({
      iss: "https://auth.example.com",
      user_id: propelAuthAlice,
      email: "alice@netflix.com",
      first_name: "Alice",
      last_name: "Chesterton",
      org_member_info: {
        org_id: propelAuthNetflix,
        org_name: "Netflix",
        org_metadata: {},
        url_safe_org_name: "netflix",
        user_role: "Member",
        inherited_user_roles_plus_current_role: ["Member"],
        user_permissions: [],
      },
    }),
    { user_id: propelAuthNetflix },
  ),
  identity: {
    userId: propelAuthAlice,
    customerId: propelAuthNetflix,
    customerName: "Netflix",
    userEmail: "alice@netflix.com",
    userName: "Alice Chesterton",
    userAvatarUrl: "https://img.propelauth.com/alice",
  },
};

const superTokens = {
  example: "supertokens",
  settings: {
    SUPERTOKENS_CONNECTION_URI: address,
    API_DOMAIN: "http://localhost:3000",
    WEBSITE_DOMAIN: "http://localhost:3000",
  },
  answers: {
    "/.well-known/jwks.json": jwks,
    "/apiversion": { versions: ["5.4"] },
    "/user/id": {
      status: "OK",
      user: {
        id: "alice",
        isPrimaryUser: true,
        tenantIds: ["netflix"],
        timeJoined: 1_700_000_000_000,
        emails: ["alice@netflix.com"],
        phoneNumbers: [],
        thirdParty: [],
        webauthn: { credentialIds: [] },
        loginMethods: [
          {
            recipeId: "emailpassword",
            recipeUserId: "alice",
            tenantIds: ["netflix"],
            email: "alice@netflix.com",
            verified: true,
            timeJoined: 1_700_000_000_000,
          },
        ],
      },
    },
  },
  ...sent(
    await jwt(
      { sub: "alice", rsub: "alice", tId: "netflix", sessionHandle: "handle-1", refreshTokenHash1: "hash", stt: 0 },
      { version: "5" },
    ),
    { sub: "bob" },
  ),
  identity: {
    userId: "alice",
    customerId: "netflix",
    customerName: "Netflix",
    userEmail: "alice@netflix.com",
    userName: "alice@netflix.com",
  },
};

export const sessions = { Clerk: clerk, PropelAuth: propelAuth, SuperTokens: superTokens };
