import { FogbenderSimpleWidget } from "fogbender-react";
import { tokenKey } from "fogbender-token/page";
import { useFogbenderToken } from "fogbender-token/react";

/** user: who is signed in to your app, or null. */
export function Support({ user }: { user: { id: string; orgId: string } | null }) {
  const { token, error } = useFogbenderToken("/fogbender-signatures", {
    // Changes with the user and with the company: the old widget then leaves at once.
    user: user && `${user.id}/${user.orgId}`,
  });
  if (error) return <p>No chat: {error.message}</p>;
  if (!token) return null;
  return (
    <div style={{ display: "flex", height: 600 }}>
      <FogbenderSimpleWidget key={tokenKey(token)} token={token} />
    </div>
  );
}
