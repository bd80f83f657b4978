// SPDX-License-Identifier: Apache-2.0
/** @module End-to-end tests: they install and start real programs, so `npm test` leaves them out. */
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import base from "../../vitest.config.mts";

export default defineConfig({
  ...base,
  root: resolve(import.meta.dirname, "../.."),
  test: {
    include: ["test/e2e/**/*.e2e.ts"],
    globalSetup: "test/e2e/support/report.ts",
    testTimeout: 180_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
