import { signAlice } from "../../../fixture/server.js";

export const runtime = "edge";

export default function Page() {
  return <pre>{`${EdgeRuntime} ${signAlice()}`}</pre>;
}
