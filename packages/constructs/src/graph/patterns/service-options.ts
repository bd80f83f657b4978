// SPDX-License-Identifier: Apache-2.0
/** @module Settings of a component that runs no engine. */
import type { ComponentProps } from "../component.js";

/** What can be said about a component that runs no engine. */
export interface ServiceOptions
  extends Omit<Partial<ComponentProps>, "name" | "type" | "program" | "command" | "args"> {}
