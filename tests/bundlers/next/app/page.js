"use client";

import { useEffect, useState } from "react";
import { inBrowser } from "../../fixture/in-browser.js";

export default function Page() {
  const [result, setResult] = useState("");
  useEffect(() => setResult(inBrowser()), []);
  return <pre id="result">{result}</pre>;
}
