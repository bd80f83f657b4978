// SPDX-License-Identifier: Apache-2.0
/** @module Load balancers that clouds make for Services, Ingresses and Gateways. */
import { at, text } from "../../api/index.js";

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
 * Services of type LoadBalancer and Gateways have one each. Ingresses share one per class, which
 * belongs to the controller, unless the class makes one for each.
 */
export function loadBalancersOf(objects: readonly unknown[]): readonly LoadBalancerItem[] {
  const items = new Map<string, LoadBalancerItem>();
  for (const [index, object] of objects.entries()) {
    const key = keyOf(object);
    if (key === undefined) continue;
    const own = key === "" ? `object ${index}` : key;
    const before = items.get(own);
    const name = `${text(at(object, "kind"))}/${text(at(object, "metadata", "name")) ?? ""}`;
    items.set(own, { name: before?.name ?? name, objects: (before?.objects ?? 0) + 1 });
  }
  return [...items.values()];
}

/** What shares a load balancer; empty for an object with one of its own, undefined for one without. */
function keyOf(object: unknown): string | undefined {
  switch (at(object, "kind")) {
    case "Service":
      return at(object, "spec", "type") === "LoadBalancer" ? "" : undefined;
    case "Gateway":
      // Istio's own kind of that name configures a gateway that runs already.
      return String(at(object, "apiVersion")).startsWith("networking.istio.io/") ? undefined : "";
    case "Ingress": {
      const annotation = (key: string) => text(at(object, "metadata", "annotations", key));
      const name =
        text(at(object, "spec", "ingressClassName")) ?? annotation(classAnnotation) ?? "";
      const group = annotation(groupAnnotation);
      if (!onePerIngress.has(name)) return `class ${name}`;
      return group === undefined ? "" : `group ${group}`;
    }
    default:
      return undefined;
  }
}
