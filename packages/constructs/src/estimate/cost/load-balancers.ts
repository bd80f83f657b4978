// SPDX-License-Identifier: Apache-2.0
/** @module Load balancers that clouds make for Services, Ingresses and Gateways. */
import { at, entries, text } from "../../api/index.js";

/** A load balancer that is paid for. */
export interface LoadBalancerItem {
  /** The object that it is made for, as `Kind/name`; of several that share it the first. */
  readonly name: string;
  /** How many objects share it. */
  readonly objects: number;
}

/** Ingress classes that make a load balancer for every Ingress. */
const onePerIngress: ReadonlySet<string> = new Set(["alb", "gce", "gce-internal"]);

const classAnnotation = "kubernetes.io/ingress.class";

/** Ingresses with the same value share one load balancer of AWS. */
const groupAnnotation = "alb.ingress.kubernetes.io/group.name";

/**
 * Services of type LoadBalancer and Gateways have one each. Ingresses, those that the operator makes
 * for a v1alpha1 graph too, share one per class, which belongs to the controller, unless the class
 * makes one for each.
 */
export function loadBalancersOf(objects: readonly unknown[]): readonly LoadBalancerItem[] {
  const items = new Map<string, LoadBalancerItem>();
  for (const entry of objects.flatMap(entriesOf)) {
    // Without a key the load balancer is its own.
    const key = entry.shared ?? `own ${items.size}`;
    const before = items.get(key);
    items.set(key, {
      name: before?.name ?? entry.name,
      objects: (before?.objects ?? 0) + 1,
    });
  }
  return [...items.values()];
}

/** Something that is reached through a load balancer. */
interface Entry {
  readonly name: string;
  /** What all who share it have in common; undefined for one of its own. */
  readonly shared?: string | undefined;
}

function entriesOf(object: unknown): readonly Entry[] {
  const kind = text(at(object, "kind")) ?? "";
  const name = `${kind}/${text(at(object, "metadata", "name")) ?? ""}`;
  switch (kind) {
    case "Service":
      return at(object, "spec", "type") === "LoadBalancer" ? [{ name }] : [];
    case "Gateway":
      // Istio's own kind of that name configures a gateway that runs already.
      return String(at(object, "apiVersion")).startsWith("networking.istio.io/") ? [] : [{ name }];
    case "Ingress": {
      const annotation = (key: string) => text(at(object, "metadata", "annotations", key));
      const className =
        text(at(object, "spec", "ingressClassName")) ?? annotation(classAnnotation) ?? "";
      return [{ name, shared: sharedBy(className, annotation(groupAnnotation)) }];
    }
    case "DynamoGraphDeployment":
      return entries(at(object, "spec", "services")).flatMap(([service, value]) => {
        const ingress = at(value, "ingress");
        if (at(ingress, "enabled") !== true || at(ingress, "useVirtualService") === true) return [];
        const className = text(at(ingress, "ingressControllerClassName")) ?? "";
        // The operator applies no annotations, so no group either.
        return [{ name: `${name} ${service}`, shared: sharedBy(className, undefined) }];
      });
    default:
      return [];
  }
}

function sharedBy(className: string, group: string | undefined): string | undefined {
  if (!onePerIngress.has(className)) return `class ${className}`;
  return group === undefined ? undefined : `group ${group}`;
}
