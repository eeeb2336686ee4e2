// Yours: what your sign-in knows of a request.
import type { Identity } from "fogbender-token";

export function getSession(request: Request): Promise<{ user: Identity } | undefined>;
