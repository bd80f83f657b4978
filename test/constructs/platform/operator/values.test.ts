// SPDX-License-Identifier: Apache-2.0
import { codes, formatPath } from "@dynamo-iac/constructs/facts";
import {
  checkPlatform,
  checkPlatformChartValues,
  type DynamoPlatformProps,
  type PlatformChartValues,
  platformChart,
  platformChartSchema,
  platformChartValues,
  platformImages,
  platformObjects,
} from "@dynamo-iac/constructs/platform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disagreements } from "../../../support/platform-meaning.js";
import { chartMistakes } from "./chart-mistakes.js";
import { chartObjects } from "./chart-model.js";
import { platformProps } from "./platform-arbitrary.js";

const operatorOf = (props: DynamoPlatformProps) => platformChartValues(props)["dynamo-operator"];

/** Objects and chart of the same settings, as far as the model of the chart goes. */
function compared(props: DynamoPlatformProps) {
  const { releaseName = "dynamo-platform", namespace = "dynamo-system" } = props;
  const release = { name: releaseName, namespace, appVersion: props.version ?? "1.4.0" };
  const ours = JSON.parse(JSON.stringify(platformObjects(props)));
  const modelled = /^(ConfigMap|Deployment|Service|\w+WebhookConfiguration|Certificate)$/;
  return disagreements(
    ours.filter(({ kind, metadata }: { kind: string; metadata: { name: string } }) =>
      kind === "Issuer" ? metadata.name.endsWith("-ca-issuer") : modelled.test(kind),
    ),
    chartObjects(platformChartValues(props), release),
  );
}

describe("chart values and objects of the same settings", () => {
  it("agree by default", () => {
    expect(compared({})).toEqual([]);
  });

  it("agree on whatever sound settings", () => {
    fc.assert(
      fc.property(platformProps, (props) => {
        expect(compared(props)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("would be seen to differ", () => {
    const release = { name: "dynamo-platform", namespace: "dynamo-system", appVersion: "1.4.0" };
    const ours = JSON.parse(JSON.stringify(platformObjects()));
    const chart = chartObjects(platformChartValues({ grove: "external" }), release);
    const found = disagreements(ours, chart, ["configuration"]);
    expect(found).toEqual([
      {
        aspect: "configuration",
        only: "first",
        line: "ConfigMap dynamo-system/dynamo-platform-dynamo-operator-config: orchestrators.grove.enabled=false",
      },
      {
        aspect: "configuration",
        only: "second",
        line: "ConfigMap dynamo-system/dynamo-platform-dynamo-operator-config: orchestrators.grove.enabled=true",
      },
    ]);
  });
});

describe("the chart values", () => {
  it("are values of the chart, and nothing is wrong with them when nothing is with the settings", () => {
    fc.assert(
      fc.property(platformProps, (props) => {
        const values = platformChartValues(props);
        expect(platformChartSchema.safeParse(values).error).toBeUndefined();
        expect(JSON.stringify(values)).not.toContain("null");
        const wrong = checkPlatform(props, "chart").filter(({ severity }) => severity === "error");
        expect(wrong).toEqual([]);
        const { releaseName, namespace } = props;
        expect(checkPlatformChartValues(values, { releaseName, namespace })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("say what flips between releases, also where it is the default", () => {
    expect(platformChartValues()).toMatchObject({
      global: {
        nats: { install: false },
        etcd: { install: false },
        grove: { install: false, enabled: false },
        "kai-scheduler": { install: false, enabled: false },
        "volcano-scheduler": { enabled: false },
      },
      "dynamo-operator": {
        upgradeCRD: true,
        dynamo: { metrics: { podMonitors: { enabled: false } }, serviceMesh: { enabled: false } },
      },
    });
    expect(operatorOf({ monitoring: { metricsService: false } })?.metricsService).toEqual({
      enabled: false,
    });
    expect(operatorOf({ monitoring: { serviceMonitor: true } })?.metricsService).toEqual({
      enabled: true,
    });
  });

  it("bring along what is bundled, from the mirror, at addresses of the cluster", () => {
    const values = platformChartValues({
      development: true,
      nats: "bundled",
      etcd: "bundled",
      grove: "bundled",
      clusterDomain: "k8s.internal",
      registryMirror: "mirror.example.com",
      imagePullSecrets: ["ngc"],
    });
    expect(values).toMatchObject({
      global: { nats: { install: true }, etcd: { install: true }, grove: { install: true } },
      "dynamo-operator": {
        natsAddr: "nats://dynamo-platform-nats.dynamo-system.svc.k8s.internal:4222",
        etcdAddr: "dynamo-platform-etcd.dynamo-system.svc.k8s.internal:2379",
        imagePullSecrets: [{ name: "ngc" }],
      },
      nats: { global: { image: { registry: "mirror.example.com", pullSecretNames: ["ngc"] } } },
      etcd: {
        image: { repository: "bitnamilegacy/etcd", tag: "3.5.18-debian-12-r5" },
        global: {
          imageRegistry: "mirror.example.com",
          imagePullSecrets: ["ngc"],
          security: { allowInsecureImages: true },
        },
      },
    });
    const usual = operatorOf({ development: true, nats: "bundled" });
    expect(usual).not.toHaveProperty("natsAddr");
  });

  it("name a registry Secret, never a password", () => {
    const dockerRegistry = { server: "nvcr.io", existingSecretName: "ngc" };
    expect(operatorOf({ dockerRegistry })?.dynamo?.dockerRegistry).toEqual({
      useKubernetesSecret: true,
      server: "nvcr.io",
      existingSecretName: "ngc",
    });
    const forced = { dockerRegistry: { ...dockerRegistry, password: "hunter2" } };
    expect(JSON.stringify(platformChartValues(forced as DynamoPlatformProps))).not.toContain(
      "hunter2",
    );
  });

  it("are typed: what the chart does not have does not compile", () => {
    const wrong: PlatformChartValues = {
      // @ts-expect-error the prefix dynamo-operator is missing
      dynamo: { serviceMesh: { enabled: true } },
    };
    const deep: PlatformChartValues = {
      // @ts-expect-error the value is called upgradeCRD
      "dynamo-operator": { upgradeCrd: false },
    };
    for (const values of [wrong, deep])
      expect(checkPlatformChartValues(values)).toMatchObject([{ code: "DYN-PLAT-170" }]);
  });
});

describe("values that somebody wrote", () => {
  it.each(
    chartMistakes.map(([code, path, values, message, fix = /[.?]$/]) => ({
      code,
      path,
      values,
      message,
      fix,
    })),
  )("fail with $code at $path", ({ code, path, values, message, fix }) => {
    const found = checkPlatformChartValues(values);
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(formatPath(found[0]?.path ?? [])).toBe(path);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.fix).toMatch(fix);
    expect(found[0]?.severity).toBe(codes[found[0]?.code ?? "DYN-PLAT-170"].severity);
  });

  it("are fine when there are none, or a null takes a default away", () => {
    expect(checkPlatformChartValues(undefined)).toEqual([]);
    expect(checkPlatformChartValues(null)).toEqual([]);
    expect(checkPlatformChartValues({ "dynamo-operator": { natsAddr: null } })).toEqual([]);
    expect(checkPlatformChartValues({ nats: { config: { anything: 1 } } })).toEqual([]);
  });

  it("are wrong when they are no mapping", () => {
    expect(checkPlatformChartValues([])).toMatchObject([{ code: "DYN-PLAT-171", path: [] }]);
    expect(checkPlatformChartValues("values")).toMatchObject([{ code: "DYN-PLAT-171" }]);
  });

  it("are judged for their release", () => {
    const found = checkPlatformChartValues({}, { releaseName: "my-nats", namespace: "a" });
    expect(found.map(({ code }) => code)).toEqual(["DYN-PLAT-101"]);
    const kube = checkPlatformChartValues({}, { namespace: "kube-system" });
    expect(kube.map(({ code }) => code)).toEqual(["DYN-PLAT-111"]);
  });

  it("never repeat a password", () => {
    const values = {
      "dynamo-operator": { dynamo: { dockerRegistry: { password: { a: "hunter2" } } } },
      "kai-schedulr": { password: "hunter2" },
    };
    const text = JSON.stringify(checkPlatformChartValues(values));
    expect(text).toContain("DYN-PLAT-170");
    expect(text).not.toContain("hunter2");
  });
});

describe("the chart and its images", () => {
  it("are where NVIDIA publishes them", () => {
    expect(platformChart()).toEqual({
      name: "dynamo-platform",
      version: "1.4.0",
      repository: "https://helm.ngc.nvidia.com/nvidia/ai-dynamo",
      archive: "https://helm.ngc.nvidia.com/nvidia/ai-dynamo/charts/dynamo-platform-1.4.0.tgz",
    });
    expect(platformImages({})).toEqual([
      {
        source: "nvcr.io/nvidia/ai-dynamo/kubernetes-operator:1.4.0",
        image: "nvcr.io/nvidia/ai-dynamo/kubernetes-operator:1.4.0",
      },
    ]);
  });

  it("come from a mirror by the same path", () => {
    const images = platformImages({
      registryMirror: "mirror.example.com/copies/",
      nats: "bundled",
      etcd: "bundled",
      checkpoint: { cleanupImage: "docker.io/busybox:1.36" },
    });
    expect(images.map(({ source, image }) => `${source} ${image}`)).toEqual([
      "nvcr.io/nvidia/ai-dynamo/kubernetes-operator:1.4.0 mirror.example.com/copies/nvidia/ai-dynamo/kubernetes-operator:1.4.0",
      "docker.io/busybox:1.36 mirror.example.com/copies/library/busybox:1.36",
      "nats:2.10.21-alpine mirror.example.com/copies/library/nats:2.10.21-alpine",
      "natsio/nats-server-config-reloader:0.16.0 mirror.example.com/copies/natsio/nats-server-config-reloader:0.16.0",
      "bitnamilegacy/etcd:3.5.18-debian-12-r5 mirror.example.com/copies/bitnamilegacy/etcd:3.5.18-debian-12-r5",
    ]);
  });

  it("are all of the mirror in the objects too", () => {
    const text = JSON.stringify(
      platformObjects({ registryMirror: "mirror.example.com", checkpoint: {} }),
    );
    expect(text).not.toMatch(/nvcr\.io|"busybox/);
    expect(text).toContain("mirror.example.com/nvidia/ai-dynamo/kubernetes-operator:1.4.0");
    expect(text).toContain("mirror.example.com/library/busybox:1.36");
  });
});
