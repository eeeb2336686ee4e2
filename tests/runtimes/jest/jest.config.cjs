// Jest as it is without settings for ECMAScript modules: the package is required. The suite alone is transformed.
const project = (displayName, settings) => ({
  displayName,
  rootDir: __dirname,
  testMatch: [`<rootDir>/${displayName}.test.cjs`],
  transform: { "suite(/[\\w-]+)?\\.js$": "<rootDir>/to-commonjs.cjs" },
  cacheDirectory: "<rootDir>/../../../target/runtimes/jest",
  ...settings,
});

module.exports = {
  projects: [
    project("node", { testEnvironment: "node" }),
    project("jsdom", { testEnvironment: "jsdom", setupFiles: ["<rootDir>/text-encoder.cjs"] }),
    project("jsdom-bare", { testEnvironment: "jsdom" }),
  ],
};
