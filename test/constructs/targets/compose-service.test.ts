// SPDX-License-Identifier: Apache-2.0
/** @module One container as a Compose service: what the operator adds, and what the graph says. */
import { describe, expect, it } from "vitest";
import { codesOf, component, composed, frontend, image, worker } from "./graph.js";

describe("a frontend", () => {
  it("gets the operator's command, environment and probe", () => {
    const service = composed([frontend]).service("frontend-0");
    expect(service).toMatchObject({
      image,
      container_name: "llama-frontend-0",
      hostname: "frontend-0",
      entrypoint: ["python3", "-m", "dynamo.frontend"],
      environment: {
        DYNAMO_PORT: "8000",
        DYN_COMPONENT: "frontend",
        DYN_HTTP_PORT: "8000",
        DYN_NAMESPACE: "prod-llama",
        DYN_NAMESPACE_PREFIX: "prod-llama",
        DYN_PARENT_DGD_K8S_NAME: "llama",
        DYN_PARENT_DGD_K8S_NAMESPACE: "prod",
        POD_NAME: "frontend-0",
        POD_NAMESPACE: "prod",
      },
      ports: ["127.0.0.1:8000:8000"],
      healthcheck: {
        test: [
          "CMD",
          "python3",
          "-c",
          'import urllib.request as r; r.urlopen("http://127.0.0.1:8000/health", timeout=3)',
        ],
        interval: "10s",
        timeout: "3s",
        retries: 3,
        start_period: "10s",
      },
      restart: "unless-stopped",
      stop_grace_period: "60s",
    });
    expect(service.environment).not.toHaveProperty("DYN_SYSTEM_PORT");
  });

  it("with args alone is started by python3, as the operator starts it", () => {
    const args = ["-m", "dynamo.frontend", "--http-port", "9000"];
    const { service } = composed([component("Frontend", "frontend", { args })], { port: 80 });
    expect(service("frontend-0")).toMatchObject({ entrypoint: ["python3"], command: args });
    expect(service("frontend-0").ports).toEqual(["127.0.0.1:80:9000"]);
    expect(service("frontend-0").healthcheck?.test.at(-1)).toContain(":9000/health");
  });

  it("is published once, whatever the replicas", () => {
    const { services } = composed([component("Frontend", "frontend", {}, {}, { replicas: 3 })], {
      address: "0.0.0.0",
    });
    const ports = Object.values(services).map((service) => service.ports);
    expect(ports).toEqual([["0.0.0.0:8000:8000"], undefined, undefined]);
  });
});

describe("a worker", () => {
  it("gets the operator's environment and waits two hours for its model", () => {
    const service = composed([frontend, worker("Decode", "decode")]).service("decode-0");
    expect(service.environment).toMatchObject({
      DYN_COMPONENT: "decode",
      DYN_FORWARDPASS_METRIC_PORT: "20380",
      DYN_HEALTH_CHECK_ENABLED: "false",
      DYN_SYSTEM_PORT: "9090",
      NIXL_TELEMETRY_ENABLE: "n",
      NIXL_TELEMETRY_EXPORTER: "prometheus",
      NIXL_TELEMETRY_PROMETHEUS_PORT: "19090",
    });
    expect(service.healthcheck).toMatchObject({ timeout: "4s", start_period: "7200s" });
    expect(service.healthcheck?.test.at(-1)).toContain("http://127.0.0.1:9090/health");
  });

  it("without a health payload is judged by its endpoint: the mocker never becomes ready otherwise", () => {
    const { service } = composed([frontend, worker("Decode", "decode")]);
    const name = "DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS";
    expect(service("decode-0").environment?.[name]).toBe('["generate"]');
    expect(service("frontend-0").environment).not.toHaveProperty(name);
  });

  it("with args alone runs them in the operator's shell, dollars kept for that shell", () => {
    const main = { args: ['exec python3 -m dynamo.vllm --model "$MODEL" --seed $$'] };
    const service = composed([frontend, component("W", "worker", main)]).service("w-0");
    expect(service.entrypoint).toEqual(["/bin/sh", "-c"]);
    // Kubernetes reads $$ as one dollar; Compose needs each dollar twice.
    expect(service.command).toEqual(['exec python3 -m dynamo.vllm --model "$$MODEL" --seed $$']);
  });

  it("becomes one service per replica, each with a name of its own", () => {
    const { services } = composed([frontend, worker("Decode", "agg", { replicas: 2 })]);
    expect(Object.keys(services)).toEqual(["frontend-0", "decode-0", "decode-1"]);
    expect(services["decode-1"]?.environment?.POD_NAME).toBe("decode-1");
  });

  it("keeps its own values over the operator's and the graph's", () => {
    const main = { env: [{ name: "DYN_SYSTEM_PORT", value: "9191" }] };
    const service = composed([frontend, component("W", "worker", main)]).service("w-0");
    expect(service.environment?.DYN_SYSTEM_PORT).toBe("9191");
    expect(service.healthcheck?.test.at(-1)).toContain(":9191/health");
  });

  it("joins the global namespace when it is told to", () => {
    const fields = { globalDynamoNamespace: true };
    const { service } = composed([frontend, worker("W", "agg", fields)]);
    expect(service("w-0").environment?.DYN_NAMESPACE).toBe("dynamo");
  });
});

describe("probes", () => {
  const health = (main: Parameters<typeof component>[2]) =>
    composed([frontend, component("W", "worker", main)]).service("w-0").healthcheck;

  it("of the graph replace the operator's", () => {
    expect(
      health({
        readinessProbe: {
          httpGet: { path: "/ready", port: "metrics" },
          periodSeconds: 5,
          failureThreshold: 9,
        },
        startupProbe: {
          httpGet: { path: "/live", port: 9090 },
          initialDelaySeconds: 30,
          periodSeconds: 60,
          failureThreshold: 20,
        },
        ports: [{ name: "metrics", containerPort: 7000 }],
      }),
    ).toEqual({
      test: [
        "CMD",
        "python3",
        "-c",
        'import urllib.request as r; r.urlopen("http://127.0.0.1:7000/ready", timeout=1)',
      ],
      interval: "5s",
      timeout: "1s",
      retries: 9,
      start_period: "1230s",
    });
  });

  it("run a command, open a connection, or ask with TLS and headers", () => {
    expect(health({ readinessProbe: { exec: { command: ["true", "$x"] } } })?.test).toEqual([
      "CMD",
      "true",
      "$$x",
    ]);
    expect(health({ readinessProbe: { tcpSocket: { port: 2222 } } })?.test.at(-1)).toBe(
      'import socket; socket.create_connection(("127.0.0.1", 2222), 1)',
    );
    const httpGet = {
      port: 8443,
      scheme: "HTTPS",
      httpHeaders: [{ name: "X-Probe", value: "1" }],
    };
    expect(health({ readinessProbe: { httpGet } })?.test.at(-1)).toBe(
      'import ssl, urllib.request as r; r.urlopen(r.Request("https://127.0.0.1:8443/", headers={"X-Probe":"1"}), timeout=1, context=ssl._create_unverified_context())',
    );
  });
});

describe("fields of the container and the pod", () => {
  it("keep user, capabilities and the rest of the security contexts", () => {
    const { service } = composed([
      frontend,
      component(
        "W",
        "worker",
        {
          workingDir: "/workspace",
          imagePullPolicy: "Always",
          securityContext: {
            runAsUser: 0,
            capabilities: { add: ["IPC_LOCK"], drop: ["ALL"] },
            allowPrivilegeEscalation: false,
            privileged: true,
            readOnlyRootFilesystem: true,
            seccompProfile: { type: "Unconfined" },
          },
        },
        {
          securityContext: { runAsUser: 1000, runAsGroup: 2000, supplementalGroups: [3000] },
          terminationGracePeriodSeconds: 600,
          hostAliases: [{ ip: "10.0.0.1", hostnames: ["nas", "nas.lan"] }],
        },
      ),
    ]);
    expect(service("w-0")).toMatchObject({
      working_dir: "/workspace",
      pull_policy: "always",
      user: "0:2000",
      group_add: ["3000"],
      cap_add: ["IPC_LOCK"],
      cap_drop: ["ALL"],
      privileged: true,
      read_only: true,
      security_opt: ["no-new-privileges:true", "seccomp:unconfined"],
      stop_grace_period: "600s",
      extra_hosts: ["nas=10.0.0.1", "nas.lan=10.0.0.1"],
    });
  });

  it("get the operator's group 1000 when the pod has no security context", () => {
    expect(composed([frontend]).service("frontend-0").group_add).toEqual(["1000"]);
  });

  it("limit CPU and memory exactly", () => {
    const resources = { limits: { cpu: "2500m", memory: "80Gi" }, requests: { cpu: "1" } };
    const { service } = composed([component("Frontend", "frontend", { resources })]);
    expect(service("frontend-0").deploy).toEqual({
      resources: { limits: { cpus: "2.5", memory: "80g" } },
    });
    const odd = { limits: { memory: "1500M" } };
    expect(
      composed([component("F", "frontend", { resources: odd })]).service("f-0").deploy?.resources
        .limits,
    ).toEqual({ memory: "1500000000b" });
  });

  it("lower a CPU limit that the machine does not have, and say so", () => {
    const components = [component("F", "frontend", { resources: { limits: { cpu: "64" } } })];
    expect(composed(components, { cpus: 16 }).service("f-0").deploy?.resources.limits).toEqual({
      cpus: "16",
    });
    expect(codesOf(components, { cpus: 16 })).toEqual(["DYN-CMP-022"]);
  });

  it.each([
    [undefined, "8g"],
    ["80Gi", "80g"],
    ["512Mi", "512m"],
    ["0", undefined],
  ])("give shared memory %s as %s", (sharedMemorySize, expected) => {
    const fields = { sharedMemorySize };
    const { service } = composed([component("F", "frontend", {}, {}, fields)]);
    expect(service("f-0").shm_size).toBe(expected);
  });

  it("run hooks at start and stop", () => {
    const lifecycle = {
      postStart: { exec: { command: ["a"] } },
      preStop: { exec: { command: ["b", "c"] } },
    };
    expect(composed([component("F", "frontend", { lifecycle })]).service("f-0")).toMatchObject({
      post_start: [{ command: ["a"] }],
      pre_stop: [{ command: ["b", "c"] }],
    });
  });
});

describe("sidecars", () => {
  it("share the network of the main container and keep their image's command", () => {
    const sidecar = {
      name: "logs",
      image: "busybox:1.36",
      args: ["tail", "$(FILE)"],
      env: [{ name: "FILE", value: "/x" }],
    };
    const { service } = composed([component("F", "frontend", {}, { containers: [sidecar] })]);
    expect(service("f-0.logs")).toEqual({
      image: "busybox:1.36",
      container_name: "llama-f-0.logs",
      command: ["tail", "/x"],
      environment: { FILE: "/x" },
      network_mode: "service:f-0",
      group_add: ["1000"],
      restart: "unless-stopped",
      stop_grace_period: "60s",
    });
  });

  it("are completed as frontends when the component says so, and published by the main service", () => {
    const sidecar = {
      name: "front",
      image,
      args: ["-m", "dynamo.frontend", "--router-mode", "kv"],
    };
    const main = { volumeMounts: [{ name: "models", mountPath: "/models" }] };
    const fields = { frontendSidecar: "front" };
    const { service } = composed([
      component("W", "worker", main, { containers: [sidecar] }, fields),
    ]);
    expect(service("w-0.front")).toMatchObject({
      entrypoint: ["python3"],
      command: sidecar.args,
      environment: {
        DYN_HTTP_PORT: "8000",
        DYN_NAMESPACE_PREFIX: "prod-llama",
        DYN_DISCOVERY_BACKEND: "file",
      },
      network_mode: "service:w-0",
      volumes: [{ target: "/models" }, { target: "/dynamo-discovery" }],
    });
    expect(service("w-0.front").ports).toBeUndefined();
    expect(service("w-0").ports).toEqual(["127.0.0.1:8000:8000"]);
  });

  it("of other images get no probe that needs Python", () => {
    const probe = { httpGet: { port: 80 } };
    const sidecar = { name: "web", image: "nginx:1.29", readinessProbe: probe };
    const components = [component("F", "frontend", {}, { containers: [sidecar] })];
    expect(composed(components).service("f-0.web").healthcheck).toBeUndefined();
    expect(codesOf(components)).toEqual(["DYN-CMP-021"]);
  });
});
