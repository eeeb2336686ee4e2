import { StrictMode, version } from "react";
import { renderToString } from "react-dom/server";
import { useFogbenderToken } from "fogbender-token/react";

function State({ options }) {
  const { status, error } = useFogbenderToken("/fogbender-signatures", options);
  return error ? `${status} ${error.code} ${error.field}` : status;
}

export const render = (options) =>
  renderToString(
    <StrictMode>
      <State options={options} />
    </StrictMode>,
  );
export { version };
