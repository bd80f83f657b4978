// SPDX-License-Identifier: Apache-2.0
/** @module Objects that somebody edited between two conversions, while the old annotation stayed on them. */
import type {
  Component,
  DynamoGraphDeployment,
  V1alpha1GraphDeployment,
  V1alpha1Service,
} from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  graphToV1alpha1,
  graphToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { arbitraryAlphaGraph, arbitraryGraph } from "../../../support/graphs.js";
import { comparable, handedBack, textOf, withoutCarriers } from "./comparison.js";

// Properties take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function beta(component: Component): DynamoGraphDeployment {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g" },
    spec: { components: [component] },
  };
}

function alpha(service: V1alpha1Service): V1alpha1GraphDeployment {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g" },
    spec: { services: { X: service } },
  };
}

/** The service after somebody edited the v1beta1 object. */
function afterEdit(service: V1alpha1Service, edit: (component: Component) => Component) {
  const { object } = graphToV1beta1(alpha(service));
  const components = object.spec.components?.map(edit);
  const edited = { ...object, spec: { ...object.spec, ...(components && { components }) } };
  return graphToV1alpha1(edited).object.spec.services?.X;
}

/** The component after somebody edited the v1alpha1 object. */
function afterAlphaEdit(component: Component, edit: (service: V1alpha1Service) => V1alpha1Service) {
  const { object } = graphToV1alpha1(beta(component));
  const services = { X: edit(object.spec.services?.X ?? {}) };
  return graphToV1beta1({ ...object, spec: { services } }).object.spec.components?.[0];
}

function editMain(edit: (main: Record<string, unknown>) => object) {
  return (component: Component): Component => {
    const containers = component.podTemplate?.spec?.containers.map((container) =>
      container.name === "main"
        ? ({ name: "main", ...edit({ ...container }) } as typeof container)
        : container,
    );
    return { ...component, podTemplate: { spec: { containers: containers ?? [] } } };
  };
}

describe("an edited graph", () => {
  it("comes back from v1alpha1 as it was edited, whatever the annotation remembers", () => {
    fc.assert(
      fc.property(arbitraryAlphaGraph(), arbitraryGraph(), (older, other) => {
        const { object } = graphToV1beta1(older);
        const contents = other.spec.components ?? [];
        const components = object.spec.components?.map(({ name }, index) => ({
          ...contents[index % contents.length],
          name,
        }));
        const edited: DynamoGraphDeployment = { ...object, spec: { components: components ?? [] } };
        const back = graphToV1beta1(graphToV1alpha1(edited).object).object;
        expect(textOf(back.spec)).toBe(textOf(edited.spec));
      }),
      { numRuns: 100 },
    );
  });

  it("comes back from v1beta1 as it was edited, whatever the annotation remembers", () => {
    fc.assert(
      fc.property(arbitraryGraph(), arbitraryAlphaGraph(), (newer, other) => {
        const { object } = graphToV1alpha1(newer);
        const contents = Object.values(other.spec.services ?? {});
        const services = Object.keys(object.spec.services ?? {}).map((name, index) => [
          name,
          contents[index % contents.length],
        ]);
        const edited: V1alpha1GraphDeployment = {
          ...object,
          spec: { services: Object.fromEntries(services) },
        };
        const back = withoutCarriers(graphToV1alpha1(graphToV1beta1(edited).object).object);
        const expected = withoutCarriers(handedBack(edited).graph);
        expect(textOf(comparable(back, edited).spec)).toBe(
          textOf(comparable(expected, edited).spec),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe("a stale annotation", () => {
  const split: V1alpha1Service = {
    envs: [{ name: "A", value: "1" }],
    envFromSecret: "s",
    resources: { limits: { gpu: "1" } },
    livenessProbe: { tcpSocket: { port: 1 } },
    extraPodSpec: { mainContainer: { image: "m", env: [{ name: "B", value: "2" }] } },
  };

  it("splits fields again that nobody touched", () => {
    expect(afterEdit(split, (component) => component)).toStrictEqual(split);
  });

  it("does not bring back what somebody changed in v1beta1", () => {
    const service = afterEdit(
      split,
      editMain(({ envFrom: _envFrom, ...main }) => ({ ...main, env: [{ name: "C", value: "3" }] })),
    );
    expect(service).toStrictEqual({
      envs: [{ name: "C", value: "3" }],
      resources: { limits: { gpu: "1" } },
      livenessProbe: { tcpSocket: { port: 1 } },
      extraPodSpec: { mainContainer: { image: "m" } },
    });
  });

  it("does not bring back a probe that somebody changed in v1beta1", () => {
    const probe = (port: number) => ({ tcpSocket: { port } });
    const service: V1alpha1Service = {
      livenessProbe: probe(1),
      readinessProbe: probe(2),
      extraPodSpec: { mainContainer: { livenessProbe: { periodSeconds: 5, ...probe(3) } } },
    };
    const edited = afterEdit(
      service,
      editMain((main) => ({ ...main, livenessProbe: probe(4) })),
    );
    expect(edited).toStrictEqual({ livenessProbe: probe(4), readinessProbe: probe(2) });
  });

  it("does not bring back a subtype that would change the type by now", () => {
    const edit = (type: "worker" | "planner") =>
      afterEdit({ subComponentType: "prefill" }, (component) => ({ ...component, type }));
    expect(edit("planner")).toStrictEqual({
      componentType: "planner",
      subComponentType: "prefill",
    });
    expect(edit("worker")).toStrictEqual({ componentType: "worker" });
  });

  it("does not bring back shared memory that somebody switched on again", () => {
    const service = { sharedMemory: { disabled: true, size: "1Gi" } };
    expect(afterEdit(service, (component) => component)).toStrictEqual(service);
    expect(afterEdit(service, ({ name }) => ({ name }))).toStrictEqual({});
  });

  it("flags a plain mount that somebody made the compilation cache", () => {
    const service = afterEdit(
      {
        volumeMounts: [{ name: "a", mountPoint: "/a" }],
        extraPodSpec: { mainContainer: { volumeMounts: [{ name: "c", mountPath: "/c" }] } },
      },
      (component) => ({ ...component, compilationCache: { pvcName: "a", mountPath: "/a" } }),
    );
    expect(service?.volumeMounts?.[0]).toStrictEqual({
      name: "a",
      mountPoint: "/a",
      useAsCompilationCache: true,
    });
  });

  it("keeps the details of a mount that somebody moved in v1alpha1", () => {
    const mount = { name: "models", mountPath: "/old", readOnly: true };
    const containers = [{ name: "main", image: "m", volumeMounts: [mount] }];
    const component = afterAlphaEdit(
      { name: "X", podTemplate: { spec: { containers } } },
      (service) => ({
        ...service,
        volumeMounts: [{ name: "models", mountPoint: "/new" }],
      }),
    );
    expect(component?.podTemplate?.spec?.containers[0]?.volumeMounts).toStrictEqual([
      { name: "models", mountPath: "/new", readOnly: true },
    ]);
  });

  it("keeps other sources of the frontend container's environment", () => {
    const { object } = graphToV1beta1(alpha({ frontendSidecar: { image: "f" } }));
    const text = JSON.stringify(object).replace(
      '"image":"f"',
      '"image":"f","envFrom":[{"configMapRef":{"name":"c"}}]',
    );
    const edited: DynamoGraphDeployment = JSON.parse(text);
    const back = graphToV1beta1(graphToV1alpha1(edited).object).object;
    expect(back.spec).toStrictEqual(edited.spec);
  });

  const cache = (name: string) => ({ name, mountPoint: `/${name}`, useAsCompilationCache: true });

  it("does not bring back compilation caches once the visible one is another", () => {
    const service = afterEdit({ volumeMounts: [cache("a"), cache("b")] }, (component) => ({
      ...component,
      compilationCache: { pvcName: "new", mountPath: "/new" },
    }));
    expect(service).toStrictEqual({ volumeMounts: [cache("new")] });
  });

  it("does not bring back a surplus cache whose mount somebody removed", () => {
    const service = afterEdit(
      {
        volumeMounts: [cache("a"), cache("b")],
        extraPodSpec: { mainContainer: { volumeMounts: [{ name: "c", mountPath: "/c" }] } },
      },
      editMain((main) => ({
        ...main,
        volumeMounts: [
          { name: "c", mountPath: "/c" },
          { name: "a", mountPath: "/a" },
        ],
      })),
    );
    expect(service).toStrictEqual({
      volumeMounts: [cache("a")],
      extraPodSpec: { mainContainer: { volumeMounts: [{ name: "c", mountPath: "/c" }] } },
    });
  });

  it("keeps fields of the frontend container that v1alpha1 has no room for", () => {
    const { object } = graphToV1beta1(alpha({ frontendSidecar: { image: "f:1" } }));
    const [component] = object.spec.components ?? [];
    const containers = component?.podTemplate?.spec?.containers.map((container) =>
      container.name === "sidecar-frontend"
        ? { ...container, securityContext: { runAsNonRoot: true } }
        : container,
    );
    const edited: DynamoGraphDeployment = {
      ...object,
      spec: {
        components: [
          {
            name: "X",
            frontendSidecar: "sidecar-frontend",
            podTemplate: { spec: { containers: containers ?? [] } },
          },
        ],
      },
    };
    const down = graphToV1alpha1(edited).object;
    expect(down.spec.services).toStrictEqual({ X: { frontendSidecar: { image: "f:1" } } });
    expect(graphToV1beta1(down).object.spec).toStrictEqual(edited.spec);

    const without = graphToV1beta1({ ...down, spec: { services: { X: {} } } }).object;
    expect(without.spec.components?.[0]?.frontendSidecar).toBeUndefined();
    expect(JSON.stringify(without.spec)).not.toContain("sidecar-frontend");
  });

  it.each([
    ["kept, while it is the same Secret", "s", { name: "s", optional: true }],
    ["dropped for another Secret", "t", { name: "t" }],
  ])("that a Secret of the frontend container is optional: %s", (_case, secret, expected) => {
    const sidecar = { image: "f", envFromSecret: "s" };
    const { object } = graphToV1beta1(alpha({ frontendSidecar: sidecar }));
    const text = JSON.stringify(object).replace('"name":"s"', '"name":"s","optional":true');
    const down = graphToV1alpha1(JSON.parse(text)).object;
    expect(down.spec.services).toStrictEqual({ X: { frontendSidecar: sidecar } });
    const services = { X: { frontendSidecar: { ...sidecar, envFromSecret: secret } } };
    const back = graphToV1beta1({ ...down, spec: { services } }).object;
    const [, container] = back.spec.components?.[0]?.podTemplate?.spec?.containers ?? [];
    expect(container?.envFrom).toStrictEqual([{ secretRef: expected }]);
  });

  it("drops a sidecar reference whose container somebody removed in v1alpha1", () => {
    const component = afterAlphaEdit(
      {
        name: "X",
        frontendSidecar: "front",
        podTemplate: {
          spec: {
            containers: [
              { name: "main", image: "m" },
              { name: "front", image: "f" },
            ],
          },
        },
      },
      () => ({ extraPodSpec: { mainContainer: { image: "m" } } }),
    );
    expect(component).toStrictEqual({
      name: "X",
      podTemplate: { spec: { containers: [{ name: "main", image: "m" }] } },
    });
  });

  it("keeps an empty secret beside a template that had nothing in it", () => {
    const { object } = graphToV1alpha1(beta({ name: "X", podTemplate: {} }));
    const edited = { ...object, spec: { services: { X: { envFromSecret: "" } } } };
    const back = graphToV1alpha1(graphToV1beta1(edited).object).object;
    expect(back.spec.services?.X).toStrictEqual({ envFromSecret: "" });
  });

  it("does not freeze the order of sidecars when it only keeps metadata", () => {
    const containers = ["main", "a", "b"].map((name) => ({ name, image: name }));
    const component = afterAlphaEdit(
      { name: "X", podTemplate: { metadata: { name: "n" }, spec: { containers } } },
      (service) => ({
        ...service,
        extraPodSpec: {
          ...service.extraPodSpec,
          containers: service.extraPodSpec?.containers?.toReversed(),
        },
      }),
    );
    expect(component?.podTemplate?.metadata).toStrictEqual({ name: "n" });
    expect(component?.podTemplate?.spec?.containers.map(({ name }) => name)).toStrictEqual([
      "main",
      "b",
      "a",
    ]);
  });
});
