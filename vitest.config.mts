import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const src = (path: string) => resolve(import.meta.dirname, path);

/** Rooms without a process or a Pulumi program of their own. */
const pure = ["constructs", "conformance", "docs", "architecture", "clouds/environment"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

// Tests run on the sources, so that no test can pass on a stale build.
export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^@dynamo-iac\/constructs\/(.+)$/,
        replacement: src("packages/constructs/src/$1/index.ts"),
      },
      {
        find: /^@dynamo-iac\/clouds\/(.+)$/,
        replacement: src("packages/clouds/src/$1/index.ts"),
      },
      { find: /^@dynamo-iac\/constructs$/, replacement: src("packages/constructs/src/index.ts") },
    ],
  },
  test: {
    // A bound on a test that hangs, not a measurement: a loaded machine is slow.
    testTimeout: 120_000,
    // All cores: what the tests start themselves is waited for, not computed beside them.
    maxWorkers: "100%",
    // Tests of pure functions share the modules that they load; a Pulumi program has the process for itself.
    projects: [
      { extends: true, test: { name: "functions", include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: "programs",
          include: ["test/**/*.test.ts"],
          exclude: [...pure, "test/e2e/**", "**/lib/**"],
        },
      },
    ],
  },
});
