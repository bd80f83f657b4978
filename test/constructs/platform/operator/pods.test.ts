// SPDX-License-Identifier: Apache-2.0
/** @module The pods of the operator: what they run, how they are protected, where they are. */
import { createHash } from "node:crypto";
import { tokenText } from "@dynamo-iac/constructs/facts";
import type { DynamoPlatformProps } from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { full, managerOf, namespace, only, podOf, render, type Written } from "./rendered.js";

describe("the pods", () => {
  it("write the CRDs of their release first", () => {
    const [init] = podOf().spec.initContainers;
    expect(init).toMatchObject({
      name: "crd-apply",
      command: ["/crd-apply"],
      args: [
        "--crds-dir=/opt/dynamo-operator/crds/",
        "--version=1.4.0",
        `--conversion-webhook-service-name=${full}-webhook-service`,
        `--conversion-webhook-service-namespace=${namespace}`,
      ],
    });
    expect(podOf({ crds: "external" }).spec.initContainers).toBeUndefined();
  });

  it("run the manager as the chart does", () => {
    const image = "nvcr.io/nvidia/ai-dynamo/kubernetes-operator:1.4.0";
    expect(managerOf()).toMatchObject({
      image,
      command: ["/manager"],
      args: [
        "--config=/etc/dynamo-operator/config.yaml",
        "--operator-version=1.4.0",
        `--operator-image=${image}`,
        "--operator-image-pull-policy=IfNotPresent",
      ],
      ports: [
        { name: "metrics", containerPort: 8080, protocol: "TCP" },
        { name: "webhook-server", containerPort: 9443, protocol: "TCP" },
      ],
      livenessProbe: {
        httpGet: { path: "/healthz", port: 8081 },
        initialDelaySeconds: 15,
        periodSeconds: 20,
      },
      readinessProbe: {
        httpGet: { path: "/readyz", port: 8081 },
        initialDelaySeconds: 5,
        periodSeconds: 10,
        timeoutSeconds: 5,
      },
      resources: {
        requests: { cpu: "512m", memory: "1Gi" },
        limits: { cpu: "1024m", memory: "2Gi" },
      },
    });
    expect(managerOf().env.map(({ name }: Written) => name)).toEqual([
      "KUBERNETES_CLUSTER_DOMAIN",
      "POD_SERVICE_ACCOUNT",
      "POD_NAMESPACE",
    ]);
  });

  it("start before the certificate is there", () => {
    expect(podOf().spec.volumes).toEqual([
      { name: "operator-config", configMap: { name: `${full}-config` } },
      {
        name: "cert",
        secret: { secretName: "webhook-server-cert", defaultMode: 420, optional: true },
      },
    ]);
    expect(managerOf().volumeMounts).toEqual([
      { name: "operator-config", mountPath: "/etc/dynamo-operator", readOnly: true },
      { name: "cert", mountPath: "/tmp/k8s-webhook-server/serving-certs", readOnly: true },
    ]);
  });

  it("fit the restricted Pod Security level", () => {
    const { securityContext, initContainers, containers } = podOf().spec;
    expect(securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    });
    for (const each of [...initContainers, ...containers])
      expect(each.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      });
    const writable = managerOf({ readOnlyRootFilesystem: false }).securityContext;
    expect(writable).not.toHaveProperty("readOnlyRootFilesystem");
  });

  it("are two, on two nodes, of which one stays through rollouts and drains", () => {
    const objects = render();
    const { spec } = only(objects, "Deployment");
    expect(spec).toMatchObject({
      replicas: 2,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    });
    const [term] =
      podOf().spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(term).toEqual({
      labelSelector: { matchLabels: spec.selector.matchLabels },
      topologyKey: "kubernetes.io/hostname",
    });
    expect(only(objects, "PodDisruptionBudget").spec).toEqual({
      minAvailable: 1,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
      selector: { matchLabels: spec.selector.matchLabels },
    });
    const single = render({ development: true });
    expect(only(single, "Deployment").spec).toMatchObject({
      replicas: 1,
      strategy: { type: "Recreate" },
    });
    expect(single.map(({ kind }) => kind)).not.toContain("PodDisruptionBudget");
  });

  it("are started anew by a changed configuration, and only then", () => {
    const checksum = (props: DynamoPlatformProps) =>
      podOf(props).metadata.annotations["checksum/config"];
    const text = only(render(), "ConfigMap").data["config.yaml"];
    expect(checksum({})).toBe(createHash("sha256").update(text).digest("hex"));
    expect(checksum({ grove: "external" })).not.toBe(checksum({}));
    expect(checksum({ podAnnotations: { team: "a" } })).toBe(checksum({}));
  });

  it("are started anew by what only a Pulumi program learns", () => {
    const note = (props: DynamoPlatformProps) =>
      podOf(props).metadata.annotations["dynamo-iac/learned-config"];
    const [url, host] = [tokenText(7), tokenText(8)];
    expect(note({})).toBeUndefined();
    expect(note({ modelExpressURL: url, nats: { address: `nats://${host}:4222` } })).toBe(
      `${host} ${url}`,
    );
  });

  it("take labels, annotations, places and Secrets, but keep what selects them", () => {
    const template = podOf({
      podLabels: { team: "a", "control-plane": "mine" },
      podAnnotations: { note: "b" },
      tolerations: [{ key: "platform", operator: "Exists" }],
      nodeSelector: { pool: "cpu" },
      priorityClassName: "high",
      imagePullSecrets: ["ngc"],
    });
    expect(template.metadata.labels).toMatchObject({
      team: "a",
      "control-plane": "controller-manager",
    });
    expect(template.metadata.annotations).toMatchObject({ note: "b" });
    expect(template.spec).toMatchObject({
      tolerations: [{ key: "platform" }],
      nodeSelector: { pool: "cpu" },
      priorityClassName: "high",
      imagePullSecrets: [{ name: "ngc" }],
    });
  });
});
