import "../core/error-help.js";

export { fromAuthJs } from "../providers/auth-js.js";
export { fromBetterAuth } from "../providers/better-auth.js";
export { fromClerk } from "../providers/clerk.js";
export { fromPropelAuth } from "../providers/propelauth.js";
export { fromSupabase } from "../providers/supabase.js";
export { fromSuperTokens } from "../providers/supertokens.js";
export { fromWorkOS } from "../providers/workos.js";
