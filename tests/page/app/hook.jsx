import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { useFogbenderToken } from "fogbender-token/react";

function State({ url, options }) {
  const { status, token, error } = useFogbenderToken(url, options);
  return `${status} ${token?.userName ?? error?.code ?? ""}`.trim();
}

const root = createRoot(document.getElementById("root"));
window.show = (options, url = "/fogbender-signatures") => {
  flushSync(() =>
    root.render(
      <StrictMode>
        <State url={url} options={options} />
      </StrictMode>,
    ),
  );
  return document.getElementById("root").textContent;
};
