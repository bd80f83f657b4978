// SPDX-License-Identifier: Apache-2.0
/** @module A comparison for programs: one JSON document whose fields do not change their meaning. */
import type { ResourceChange } from "@dynamo-iac/clouds/changes";
import { identityText, type ObjectChange } from "@dynamo-iac/constructs/changes";
import { type Finding, formatPath } from "@dynamo-iac/constructs/facts";
import { type DiffReport, securityOf, type UnitReport } from "../diff/report.js";
import { withoutMarks } from "../diff/shown.js";

/** Version of the document; a field may be added, but none changes without a new number. */
const version = 1;

/** The report as JSON; the same input gives the same bytes. */
export function diffJson({ base, head, units, totals, tripped }: DiffReport): string {
  const revision = ({ name, commit }: DiffReport["base"]) => ({ name, commit: commit ?? null });
  const document = {
    version,
    base: revision(base),
    head: revision(head),
    totals,
    gates: tripped,
    units: units.map(unitData),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function unitData(unit: UnitReport): object {
  const { kind, name, path, state, failure, manifests, resources } = unit;
  return {
    kind,
    name,
    path,
    state,
    failure: failure ?? null,
    objects: (manifests?.objects ?? []).map(objectData),
    resources: resources.map(resourceData),
    cost: manifests?.cost ?? null,
    security: securityOf(unit),
    findings: {
      added: (manifests?.findings.added ?? []).map(findingData),
      fixed: (manifests?.findings.fixed ?? []).map(findingData),
      waived: (manifests?.findings.waived ?? []).map(findingData),
      kept: manifests?.findings.kept ?? 0,
    },
  };
}

function objectData(object: ObjectChange): object {
  const { identity, renamedFrom, graph } = object;
  return {
    object: identityText(identity),
    ...identity,
    namespace: identity.namespace ?? null,
    renamedFrom: renamedFrom === undefined ? null : identityText(renamedFrom),
    ...changeData(object),
    graph:
      graph === undefined
        ? null
        : {
            gpus: graph.gpus,
            terms: graph.terms.map(sidesData),
            components: graph.components.map(({ terms, renamedFrom: from, ...rest }) => ({
              ...rest,
              renamedFrom: from ?? null,
              terms: terms.map(sidesData),
            })),
          },
  };
}

function resourceData(resource: ResourceChange): object {
  return { resource: resource.label, ...changeData(resource) };
}

function changeData({
  change,
  effect,
  consequences,
  fields,
}: Pick<ObjectChange, "change" | "effect" | "consequences" | "fields">): object {
  return {
    change,
    effect,
    consequences: consequences.map(({ path, loses, ...rest }) => ({
      ...rest,
      path: formatPath(path),
      loses: loses ?? null,
    })),
    fields: fields.map(({ path, ...sides }) => ({ path: formatPath(path), ...sidesData(sides) })),
  };
}

/** Both sides with secrets in words; `null` is absent. */
function sidesData<T extends { readonly before: unknown; readonly after: unknown }>(
  change: T,
): object {
  const { before, after, ...rest } = change;
  return { ...rest, before: withoutMarks(before), after: withoutMarks(after, before) };
}

function findingData({ code, severity, object, path, message, fix, waived }: Finding): object {
  return {
    code,
    severity,
    object,
    path: formatPath(path),
    message,
    fix,
    ...(waived === undefined ? {} : { waived }),
  };
}
