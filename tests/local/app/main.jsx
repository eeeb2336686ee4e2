import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { Support } from "./support.jsx";

function App() {
  const [user, setUser] = useState(null);
  const become = async (who) => {
    setUser(null);
    const response = await fetch(`/session/${who}`, { method: "POST" });
    setUser((await response.json()).user);
  };
  return (
    <>
      <button type="button" onClick={() => become("alice")}>
        Sign in as Alice
      </button>
      <button type="button" onClick={() => become("bob")}>
        Sign in as Bob
      </button>
      <button type="button" onClick={() => become("")}>
        Log out
      </button>
      <Support user={user} />
    </>
  );
}

createRoot(document.querySelector("#root")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
