// SPDX-License-Identifier: Apache-2.0
/** @module `npm run docs`: writes the generated pages. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { enginesPage } from "./engines.js";
import { errorsPage } from "./errors.js";

const docs = resolve(__dirname, "../../../docs");
writeFileSync(resolve(docs, "errors.md"), errorsPage());
writeFileSync(resolve(docs, "engines.md"), enginesPage());
