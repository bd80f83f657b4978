// SPDX-License-Identifier: Apache-2.0
/** @module What the plan puts in place of a cloud: answers to questions, and values that only the cloud knows. */
import type { PlanObject } from "../plan.js";

/** A JSON object whose content is not known. */
export type Fields = Readonly<Record<string, unknown>>;

/** What answers may depend on. */
export interface AnswerContext {
  /** Configuration of the stack, `namespace:key` to text. */
  readonly config: Readonly<Record<string, string>>;
}

/** Answers a function of a provider. */
export type Answer = (args: Fields, context: AnswerContext) => Fields;

/** The values of a resource that only the cloud knows, made up; `id` is among them. */
export type Computed = (
  resource: { readonly type: string; readonly name: string; readonly inputs: Fields },
  context: AnswerContext,
) => Fields;

/** All that the plan knows about one provider. */
export interface CloudAnswers {
  /** Package of the provider, the first part of its type tokens. */
  readonly provider: string;
  /** Answers by token of the function. */
  readonly functions: Readonly<Record<string, Answer>>;
  /** Values for resources, in the mode `update`. */
  readonly computed: Computed;
}

/** Answers that the caller gives, by token; they win over the tables. */
export type GivenAnswers = Readonly<Record<string, PlanObject>>;
