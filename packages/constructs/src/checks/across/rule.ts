// SPDX-License-Identifier: Apache-2.0
/** @module The shape of a rule that needs more than one object. */
import type { Finding } from "../../facts/index.js";
import type { CheckOptions } from "../options.js";
import type { Subject } from "../subject.js";
import type { Fleet } from "./fleet.js";

/** A finding and the object that it is about. */
export interface Attached {
  readonly subject: Subject;
  readonly finding: Finding;
}

/** Judges a list of objects. */
export type AcrossRule = (fleet: Fleet, options: CheckOptions) => readonly Attached[];
