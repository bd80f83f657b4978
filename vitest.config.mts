import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const src = (path: string) => resolve(import.meta.dirname, path);

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
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "**/lib/**"],
  },
});
