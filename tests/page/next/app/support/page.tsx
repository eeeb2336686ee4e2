"use client";

import { useEffect, useState } from "react";
import { Support } from "../../Support";

type User = { id: string; orgId: string } | null;

/** The test says who is signed in. */
export default function Page() {
  const [user, setUser] = useState<User>(null);
  useEffect(() => {
    Object.assign(window, { show: setUser });
  }, []);
  return <Support user={user} />;
}
