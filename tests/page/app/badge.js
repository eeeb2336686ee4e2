import { createNewFogbender } from "fogbender";
import { fetchToken } from "fogbender-token/page";

window.show = async () => {
  const root = document.getElementById("root");
  const fogbender = createNewFogbender();
  fogbender.setToken(await fetchToken("/fogbender-signatures"));
  fogbender.renderUnreadBadge({ el: root.appendChild(document.createElement("div")) });
  fogbender.renderIframe({ rootEl: root.appendChild(document.createElement("div")) });
};
