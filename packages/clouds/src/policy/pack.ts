// SPDX-License-Identifier: Apache-2.0
/** @module One policy per finding code, for `pulumi preview --policy-pack` and Pulumi's policy groups. */
import { codes, type FindingCode, formatPath, nearest, show } from "@dynamo-iac/constructs/facts";
import {
  type EnforcementLevel,
  type Policies,
  PolicyPack,
  type PolicyResource,
  type ResourceValidationPolicy,
  type StackValidationPolicy,
} from "@pulumi/policy";
import { runtime } from "@pulumi/pulumi";
import {
  type CloudResource,
  type PlanWaiver,
  type ResourceRule,
  type RuleProblem,
  resourceLabel,
  resourceRules,
  type StackRule,
  stackRules,
  waiverOf,
  waiversOfConfig,
} from "../plan/index.js";
import { plainInputs } from "./inputs.js";

/** Levels that a policy can have which mends nothing by itself. */
type Level = Exclude<EnforcementLevel, "remediate">;

const enforcementLevels: readonly Level[] = ["advisory", "mandatory", "disabled"];

/** Settings of the pack. */
export interface PackOptions {
  /** Name of the pack. @default "dynamo-iac" */
  readonly name?: string | undefined;
  /** Levels in place of those of the codes, by code. @default - mandatory for an error, advisory for the rest */
  readonly levels?: Readonly<Partial<Record<FindingCode, Level>>> | undefined;
  /**
   * Whether a stack accepts findings by `dynamo-iac:waive` in its configuration, as in the plan. False for a pack
   * that one team holds the stacks of others to.
   *
   * @default true
   */
  readonly stackWaivers?: boolean | undefined;
}

/**
 * Starts the pack; the program of a policy pack calls it once.
 *
 * @example policyPack({ levels: { "DYN-CLOUD-012": "disabled" } });
 */
export function policyPack(options: PackOptions = {}): PolicyPack {
  return new PolicyPack(options.name ?? "dynamo-iac", { policies: policies(options) });
}

/**
 * The policies, to put them into a pack of one's own; named after their codes, in small letters.
 *
 * @throws Error with every level that is none, or every waiver of the stack's configuration that is none
 */
export function policies(options: Omit<PackOptions, "name"> = {}): Policies {
  const { levels = {}, stackWaivers = true } = options;
  const waivers = stackWaivers ? waiversOfConfig(runtime.allConfig()) : [];
  const ofResources = group(resourceRules).map(([code, rules]) =>
    resourcePolicy(code, rules, waivers),
  );
  const ofStacks = group(stackRules).map(([code, rules]) => stackPolicy(code, rules, waivers));
  const coded = [...ofResources, ...ofStacks];
  checkLevels(
    levels,
    coded.map(({ code }) => code),
  );
  return coded.map(({ code, ...policy }) => ({
    ...policy,
    enforcementLevel: levels[code] ?? (codes[code].severity === "error" ? "mandatory" : "advisory"),
  }));
}

/** A pack is often JavaScript, where a code that is misspelt would leave its policy as it is. */
function checkLevels(given: NonNullable<PackOptions["levels"]>, known: readonly string[]): void {
  const wrong = Object.entries(given).flatMap(([code, level]) => {
    if (known.includes(code))
      return level === undefined || enforcementLevels.includes(level)
        ? []
        : [
            `levels[${show(code)}]: must be one of ${enforcementLevels.join(", ")}, got ${show(level)}`,
          ];
    const close = nearest(code, known);
    const hint = close === undefined ? "" : `; did you mean ${close}?`;
    return [`levels: no policy has the code ${show(code)}${hint}`];
  });
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}

type Coded<Policy> = Policy & { readonly code: FindingCode };

function group<Rule extends { readonly code: FindingCode }>(
  rules: readonly Rule[],
): readonly (readonly [FindingCode, readonly Rule[]])[] {
  const groups = new Map<FindingCode, Rule[]>();
  for (const rule of rules) groups.set(rule.code, [...(groups.get(rule.code) ?? []), rule]);
  return [...groups];
}

function resourcePolicy(
  code: FindingCode,
  rules: readonly ResourceRule[],
  waivers: readonly PlanWaiver[],
): Coded<ResourceValidationPolicy> {
  return {
    code,
    ...named(code),
    validateResource: ({ type, name, urn, props }, report) => {
      const wanted = rules.filter(({ types }) => types.includes(type));
      if (wanted.length === 0) return;
      const resource = { type, name, urn, inputs: plainInputs(props) };
      for (const rule of wanted) {
        for (const problem of rule.check(resource))
          if (!isWaived(problem, resource, waivers)) report(textOf(problem));
      }
    },
  };
}

function stackPolicy(
  code: FindingCode,
  rules: readonly StackRule[],
  waivers: readonly PlanWaiver[],
): Coded<StackValidationPolicy> {
  return {
    code,
    ...named(code),
    validateStack: ({ resources }, report) => {
      const plain = resources.map(resourceOf);
      const labelled = new Map(resources.map((resource) => [resource.urn, resource]));
      for (const rule of rules) {
        for (const problem of rule.check(plain)) {
          const resource = labelled.get(problem.urn);
          if (resource !== undefined && !isWaived(problem, resource, waivers))
            report(textOf(problem), problem.urn);
        }
      }
    },
  };
}

function named(code: FindingCode): { readonly name: string; readonly description: string } {
  return { name: code.toLowerCase(), description: `${codes[code].title}. ${codes[code].why}` };
}

function isWaived(
  { code, path }: RuleProblem,
  resource: Pick<CloudResource, "type" | "name">,
  waivers: readonly PlanWaiver[],
): boolean {
  return waiverOf({ code, object: resourceLabel(resource), path }, waivers) !== undefined;
}

function textOf({ path, message, fix }: RuleProblem): string {
  const field = formatPath(path);
  return `${field === "" ? "" : `${field}: `}${message}. ${fix}`;
}

function resourceOf(resource: PolicyResource): CloudResource {
  const { type, name, urn, props, propertyDependencies } = resource;
  const dependencies = Object.entries(propertyDependencies).map(
    ([input, behind]) => [input, behind.map((one) => one.urn)] as const,
  );
  return {
    type,
    name,
    urn,
    inputs: plainInputs(props),
    provider: resource.provider?.urn,
    inputDependencies: Object.fromEntries(dependencies),
  };
}
