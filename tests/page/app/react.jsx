import { StrictMode, version } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import * as snippet from "component";

const [Component] = Object.values(snippet);
const root = createRoot(document.getElementById("root"));
window.version = version;
window.unmount = () => root.unmount();
window.show = (user) => {
  flushSync(() =>
    root.render(
      <StrictMode>
        <Component user={user} />
      </StrictMode>,
    ),
  );
  return document.querySelectorAll("iframe").length;
};
