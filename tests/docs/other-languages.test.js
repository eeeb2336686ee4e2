// docs/other-languages.md: each block signs the vectors' identities, and this package verifies them. Only where the language is
// installed; what did not run is said.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { explainToken, verifyUserJWT } from "fogbender-token";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const page = readFileSync(path("../../docs/other-languages.md"), "utf8");
const blocks = Object.fromEntries(
  [...page.matchAll(/^```(\w+)\n(?:#|\/\/|<\?php \/\/) user_jwt\.\w+\n([\s\S]*?)^```$/gm)].map(([, language, text]) => [language, text]),
);

const identities = JSON.parse(readFileSync(path("../vectors/user-jwt.json"), "utf8")).map(({ secret, payload }) => {
  const { iat, exp, ...identity } = JSON.parse(payload);
  return { identity, secret };
});

/** Around each block: reads a list of identities and secrets as JSON, and prints a userJWT per line. */
const LANGUAGES = {
  python: {
    file: "main.py",
    command: ["python3", "main.py"],
    program: (block) => `${block}
import sys
for one in json.load(sys.stdin):
    print(user_jwt(one["identity"], one["secret"]))
`,
  },
  go: {
    file: "main.go",
    command: ["go", "run", "main.go"],
    program: (block) => `${block.replace("import (", 'import ("fmt"; "os"; ')}
func main() {
	var all []struct { Identity map[string]any; Secret string }
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil { panic(err) }
	for _, one := range all {
		signed, err := userJWT(one.Identity, one.Secret)
		if err != nil { panic(err) }
		fmt.Println(signed)
	}
}
`,
  },
  ruby: {
    file: "main.rb",
    command: ["ruby", "-Ku", "main.rb"],
    program: (block) => `${block}
JSON.parse($stdin.read.force_encoding("UTF-8")).each { |one| puts user_jwt(one["identity"], one["secret"]) }
`,
  },
  php: {
    file: "main.php",
    command: ["php", "main.php"],
    program: (block) => `<?php
${block}
foreach (json_decode(file_get_contents('php://stdin'), true) as $one) echo user_jwt($one['identity'], $one['secret']), "\\n";
`,
  },
  // Jason is not in Debian; its function stands on the JSON module that is. Elixir 1.14 reads no UTF-8 from standard input.
  elixir: {
    file: "main.exs",
    command: ["elixir", "main.exs"],
    program: (block) => `defmodule Jason do
  def encode!(term), do: IO.iodata_to_binary(:jiffy.encode(term))
end
${block}
for one <- :jiffy.decode(File.read!("identities.json"), [:return_maps]), do: IO.puts(UserJWT.sign(one["identity"], one["secret"]))
`,
  },
};

const isInstalled = ([command]) => spawnSync(command, [command === "go" ? "version" : "--version"]).status === 0;

test("every block of the page is of a language that is run here", () => {
  assert.deepEqual(Object.keys(blocks), Object.keys(LANGUAGES));
  for (const [language, block] of Object.entries(blocks)) {
    assert.ok(block.split("\n").filter((line) => line.trim() !== "").length <= 14, language);
  }
});

for (const [language, { file, command, program }] of Object.entries(LANGUAGES)) {
  const skip = isInstalled(command) ? false : `${command[0]} is not installed`;
  test(`${language} signs every vector's identity as this package verifies it`, { skip, timeout: 60_000 }, () => {
    const folder = path(`../../target/docs/${language}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), program(blocks[language]));
    writeFileSync(join(folder, "identities.json"), JSON.stringify(identities));
    const env = {
      ...process.env,
      GOCACHE: path("../../target/docs/go-cache"),
      GOFLAGS: "-mod=mod",
      GOTOOLCHAIN: "local",
      LC_ALL: "C.UTF-8",
    };
    const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), {
      cwd: folder,
      env,
      input: JSON.stringify(identities),
      encoding: "utf8",
      maxBuffer: 1 << 24,
    });
    assert.equal(status, 0, stderr);
    const signed = stdout.trim().split("\n");
    assert.equal(signed.length, identities.length);
    for (const [at, { identity, secret }] of identities.entries()) {
      const { iat, exp, ...claims } = verifyUserJWT(signed[at], secret);
      assert.deepEqual(claims, identity);
      assert.equal(exp, iat + 3600);
    }
    const { identity, secret } = identities[2];
    const token = { widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw", ...identity, userJWT: signed[2] };
    assert.equal(explainToken(token, secret).verdict, "accepted");
  });
}
