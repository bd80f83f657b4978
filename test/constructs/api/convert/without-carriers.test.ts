// SPDX-License-Identifier: Apache-2.0
/** @module Conversion for manifests that people read: no annotations, and a finding for whatever is left out. */
import type { Component, Container, DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  graphToV1alpha1,
  graphToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { arbitraryAlphaGraph, arbitraryGraph } from "../../../support/graphs.js";
import { textOf } from "./comparison.js";

// Properties take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const carrier = /nvidia\.com\/dgd-(spec|status)/;

/** A graph in which only order and empty parts are forgotten. */
function ordered(graph: DynamoGraphDeployment): DynamoGraphDeployment {
  const components = graph.spec.components?.map(orderedComponent);
  return {
    ...graph,
    spec: { ...graph.spec, ...(components && { components: components.toSorted(byName) }) },
  };
}

function orderedComponent(component: Component): Component {
  const { podTemplate, experimental, ...rest } = component;
  const { metadata, spec } = podTemplate ?? {};
  const containers = spec?.containers
    .map(orderedMounts)
    .filter((container) => Object.keys(container).length > 1)
    .toSorted(byName);
  const { containers: _containers, ...pod } = spec ?? { containers: [] };
  return {
    ...rest,
    ...(experimental && Object.keys(experimental).length > 0 && { experimental }),
    podTemplate: { ...(metadata && { metadata }), spec: { ...pod, containers: containers ?? [] } },
  };
}

function orderedMounts(container: Container): Container {
  const volumeMounts = container.volumeMounts?.toSorted((a, b) =>
    a.mountPath < b.mountPath ? -1 : 1,
  );
  return { ...container, ...(volumeMounts && { volumeMounts }) };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** The cache mount that v1alpha1 adds to the main container, if v1beta1 did not have it. */
function withoutAddedCache(
  graph: DynamoGraphDeployment,
  original: DynamoGraphDeployment,
): DynamoGraphDeployment {
  const components = graph.spec.components?.map((component) => {
    const before = original.spec.components?.find(({ name }) => name === component.name);
    const cache = component.compilationCache;
    const mounted = mainOf(before)?.volumeMounts?.some(
      (mount) => mount.name === cache?.pvcName && mount.mountPath === (cache.mountPath ?? ""),
    );
    const containers = component.podTemplate?.spec?.containers;
    if (cache === undefined || mounted || containers === undefined) return component;
    const stripped = containers.map((container) => {
      const { volumeMounts, ...rest } = container;
      const left = volumeMounts?.filter(
        (mount) => mount.name !== cache.pvcName || mount.mountPath !== (cache.mountPath ?? ""),
      );
      const main = container.name === "main" && left !== undefined;
      return main ? { ...rest, ...(left.length > 0 && { volumeMounts: left }) } : container;
    });
    const spec = { ...component.podTemplate?.spec, containers: stripped };
    return { ...component, podTemplate: { ...component.podTemplate, spec } };
  });
  return { ...graph, spec: { ...graph.spec, ...(components && { components }) } };
}

function mainOf(component: Component | undefined): Container | undefined {
  return component?.podTemplate?.spec?.containers.find(({ name }) => name === "main");
}

/** Most graphs name something that v1alpha1 cannot; without that, the others are not so rare. */
function mostlySayable(graph: DynamoGraphDeployment): DynamoGraphDeployment {
  const components = graph.spec.components?.map((component) => {
    const { frontendSidecar: _reference, podTemplate, ...rest } = component;
    if (podTemplate?.metadata === undefined)
      return { ...rest, ...(podTemplate && { podTemplate }) };
    const { labels, annotations } = podTemplate.metadata;
    const metadata = { ...(labels && { labels }), ...(annotations && { annotations }) };
    const { metadata: _metadata, ...template } = podTemplate;
    const kept = Object.keys(metadata).length > 0 && { metadata };
    return { ...rest, podTemplate: { ...template, ...kept } };
  });
  return { ...graph, spec: { ...graph.spec, ...(components && { components }) } };
}

describe("conversion without annotations", () => {
  it("writes none", () => {
    fc.assert(
      fc.property(arbitraryGraph(), arbitraryAlphaGraph(), (beta, alpha) => {
        const down = graphToV1alpha1(beta, { carriers: false }).object;
        const up = graphToV1beta1(alpha, { carriers: false }).object;
        expect(Object.keys(down.metadata.annotations ?? {}).join(" ")).not.toMatch(carrier);
        expect(Object.keys(up.metadata.annotations ?? {}).join(" ")).not.toMatch(carrier);
      }),
    );
  });

  it("of a v1beta1 graph without a loss says the same, in another order perhaps", () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryGraph().map(mostlySayable), (beta) => {
        const { object, findings } = graphToV1alpha1(beta, { carriers: false });
        if (findings.some((found) => found.severity !== "info")) return;
        compared += 1;
        const back = withoutAddedCache(graphToV1beta1(object, { carriers: false }).object, beta);
        expect(textOf(ordered(back))).toBe(textOf(ordered(beta)));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it("of a v1alpha1 graph has a finding whenever there would have been an annotation", () => {
    fc.assert(
      fc.property(arbitraryAlphaGraph(), (alpha) => {
        const annotations = graphToV1beta1(alpha).object.metadata.annotations ?? {};
        const kept = Object.keys(annotations).some((key) => carrier.test(key));
        if (kept) expect(graphToV1beta1(alpha, { carriers: false }).findings).not.toHaveLength(0);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps mounts with details under mainContainer, where v1alpha1 can say them", () => {
    const beta = graphWith({
      name: "main",
      volumeMounts: [
        { name: "models", mountPath: "/models", readOnly: true, subPath: "qwen" },
        { name: "scratch", mountPath: "/scratch" },
      ],
    });
    const { object, findings } = graphToV1alpha1(beta, { carriers: false });
    expect(object.spec.services).toStrictEqual({
      Worker: {
        componentType: "worker",
        volumeMounts: [{ name: "scratch", mountPoint: "/scratch" }],
        extraPodSpec: {
          mainContainer: {
            volumeMounts: [
              { name: "models", mountPath: "/models", readOnly: true, subPath: "qwen" },
            ],
          },
        },
      },
    });
    expect(findings).toStrictEqual([]);
  });

  it("turns a plain frontend container into frontendSidecar", () => {
    const sidecar = {
      name: "sidecar-frontend",
      image: "frontend:1.4.0",
      args: ["-m", "dynamo.frontend", "--router-mode", "direct"],
      env: [{ name: "A", value: "1" }],
      envFrom: [{ secretRef: { name: "hf-token-secret" } }],
    };
    const main = { name: "main", image: "worker:1.4.0" };
    const beta = graphWith(main, sidecar);
    const { object, findings } = graphToV1alpha1(beta, { carriers: false });
    expect(object.spec.services).toStrictEqual({
      Worker: {
        componentType: "worker",
        extraPodSpec: { mainContainer: { image: "worker:1.4.0" } },
        frontendSidecar: {
          image: "frontend:1.4.0",
          args: ["-m", "dynamo.frontend", "--router-mode", "direct"],
          envs: [{ name: "A", value: "1" }],
          envFromSecret: "hf-token-secret",
        },
      },
    });
    expect(findings).toStrictEqual([]);
    expect(graphToV1beta1(object, { carriers: false }).object).toStrictEqual(beta);
  });

  it("reports the role of a frontend container that v1alpha1 cannot express", () => {
    const sidecar = { name: "sidecar-frontend", image: "frontend:1.4.0", command: ["python3"] };
    const beta = graphWith({ name: "main", image: "worker:1.4.0" }, sidecar);
    const { object, findings } = graphToV1alpha1(beta, { carriers: false });
    expect(object.spec.services?.Worker?.extraPodSpec?.containers).toStrictEqual([sidecar]);
    expect(findings).toStrictEqual([
      {
        code: "DYN-CNV-002",
        severity: "warning",
        object: "DynamoGraphDeployment/g",
        path: ["spec", "components", 0, "frontendSidecar"],
        message:
          "v1alpha1 has no field for the role of container sidecar-frontend as frontend beside the worker, which is left out",
        fix: "Name the container sidecar-frontend and give it only image, args, env and one Secret, or stay with v1beta1.",
      },
    ]);
  });
});

function graphWith(main: Container, sidecar?: Container): DynamoGraphDeployment {
  const containers = sidecar === undefined ? [main] : [main, sidecar];
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g" },
    spec: {
      components: [
        {
          name: "Worker",
          type: "worker",
          podTemplate: { spec: { containers } },
          ...(sidecar && { frontendSidecar: sidecar.name }),
        },
      ],
    },
  };
}
