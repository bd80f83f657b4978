// SPDX-License-Identifier: Apache-2.0
/** @module The least that a plan can do: load the modules of Pulumi and its providers that the program loads. */
import { readFileSync } from "node:fs";

for (const file of JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as string[])
  require(file);
