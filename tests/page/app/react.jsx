import { StrictMode, version } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Support } from "support";

const root = createRoot(document.getElementById("root"));
window.version = version;
window.unmount = () => root.unmount();
window.show = (user) =>
  flushSync(() =>
    root.render(
      <StrictMode>
        <Support user={user} />
      </StrictMode>,
    ),
  );
