// SPDX-License-Identifier: Apache-2.0
/** @module Loaded before a measured program: writes the most memory that the process used, in MiB, when it ends. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const file = process.env.PEAK_FILE;
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
});
