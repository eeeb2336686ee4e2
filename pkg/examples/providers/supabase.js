import { AuthClient } from "@supabase/auth-js";
import { createSignaturesHandler } from "fogbender-token";
import { fromSupabase } from "fogbender-token/providers";

// The same as createClient(…).auth of @supabase/supabase-js.
const auth = new AuthClient({ url: `${process.env.SUPABASE_URL}/auth/v1`, autoRefreshToken: false, persistSession: false });

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  async identify(request) {
    const accessToken = request.headers.get("authorization")?.replace("Bearer ", "");
    const { data } = accessToken ? await auth.getClaims(accessToken) : { data: null };
    return fromSupabase({ claims: data?.claims }, { customerIdKey: "org_id", customerNameKey: "org_name" });
  },
});
