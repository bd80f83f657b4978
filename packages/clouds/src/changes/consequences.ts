// SPDX-License-Identifier: Apache-2.0
/** @module What a changed input does to its resource. */
import type { Consequence, FieldChange } from "@dynamo-iac/constructs/changes";
import { type PlannedResource, unknownMark } from "../plan/index.js";
import { typeFacts } from "./replacing.js";

/** Consequences of the inputs that differ, each with its input. */
export function inputConsequences(
  resource: PlannedResource,
  fields: readonly FieldChange[],
): readonly Consequence[] {
  return fields.flatMap((field) => [
    ...replacement(resource, field),
    ...special(resource, field),
    ...restart(resource, field),
  ]);
}

function replacement(resource: PlannedResource, field: FieldChange): readonly Consequence[] {
  const { type, replaceOnChanges = [] } = resource;
  const rules = [...(typeFacts[type]?.replaces ?? []), ...replaceOnChanges];
  if (!rules.some((rule) => matches(rule, field.path))) return [];
  // What only the cloud knows is unknown in both plans; that it appears or goes need not mean another value.
  const unsure = [field.before, field.after].includes(unknownMark);
  return [
    {
      effect: "replace",
      what: type,
      path: field.path,
      why: unsure
        ? "the provider replaces the resource if the value, which only the cloud knows, is another one"
        : "the provider replaces the resource when this input changes",
    },
  ];
}

/** Inputs for which the direction of the change decides. */
function special({ type }: PlannedResource, field: FieldChange): readonly Consequence[] {
  const [input] = field.path;
  const replace = (why: string): readonly Consequence[] => [
    { effect: "replace", what: type, path: field.path, why },
  ];
  if (
    type === "aws:eks/cluster:Cluster" &&
    input === "encryptionConfig" &&
    field.after === undefined
  )
    return replace("encryption of secrets cannot be switched off again");
  if (type === "aws:fsx/lustreFileSystem:LustreFileSystem" && input === "storageCapacity")
    return Number(field.after) < Number(field.before)
      ? replace("the file system cannot shrink")
      : [];
  if (
    type === "aws:secretsmanager/secretVersion:SecretVersion" &&
    String(input).startsWith("secret")
  )
    return [
      {
        effect: "update",
        what: type,
        path: field.path,
        why: "a new version of the secret, which the engine shows as a replacement of the version; readers see it when they read again",
      },
    ];
  if (
    type.startsWith("pulumi:providers:") &&
    ["region", "profile", "kubeconfig", "cluster", "context"].includes(String(input))
  )
    return replace("the provider points elsewhere, so what it made there is made anew here");
  return [];
}

function restart({ type }: PlannedResource, { path }: FieldChange): readonly Consequence[] {
  const rules = Object.entries(typeFacts[type]?.restarts ?? {});
  const found = rules.find(
    ([rule]) => matches(rule, path) && !(rule === "*" && /^tags/.test(String(path[0]))),
  );
  return found === undefined ? [] : [{ effect: "restart", what: type, path, why: found[1] }];
}

/** A rule names an input, or one inside; a change of the whole changes what is inside. Lists count as one. */
function matches(rule: string, path: FieldChange["path"]): boolean {
  if (rule === "*") return !/^tags(All)?$/.test(String(path[0]));
  const wanted = rule.replaceAll(/\[[^\]]*\]/g, "").split(".");
  const steps = path.filter((step) => typeof step === "string" && !/^\d+$/.test(step));
  return wanted.every((step, at) => steps[at] === undefined || steps[at] === step || step === "*");
}
