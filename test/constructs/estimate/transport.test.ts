// SPDX-License-Identifier: Apache-2.0
/** @module The network that engines really use between machines. */
import { checkTransport, connectionsOf, type Pool } from "@dynamo-iac/constructs/estimate";
import { aws, azure, gcp, labels, type Machine } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { graphOf, near, type WorkerProps, worker } from "./graph-builder.js";

const pool = (machine: Machine, more: Partial<Pool> = {}): Pool => ({
  name: "gpus",
  machine,
  max: 8,
  ...more,
});

const nixl = (backends?: readonly string[], more: object = {}) =>
  `--kv-transfer-config=${JSON.stringify({ kv_connector: "NixlConnector", kv_role: "kv_both", ...more, ...(backends && { kv_connector_extra_config: { backends } }) })}`;

/** A graph with one prefill and one decode worker that are alike. */
function pair(props: WorkerProps = {}, connector = nixl()) {
  const args = (mode: string) => ["--disaggregation-mode", mode, connector, ...(props.args ?? [])];
  return graphOf("g", [
    worker("p", { ...props, type: "prefill", args: args("prefill") }),
    worker("d", { ...props, type: "decode", args: args("decode") }),
  ]);
}

const routes = (graph: ReturnType<typeof pair>, machine: Machine) =>
  connectionsOf([graph], [pool(machine)]).map(({ route }) => [route.transport, route.why]);

const efa = {
  requests: { "vpc.amazonaws.com/efa": "4" },
  image: "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0-efa",
};
const codes = (graph: ReturnType<typeof pair>, pools: readonly Pool[], acceptTcp = false) =>
  checkTransport([graph], pools, { acceptTcp }).map(({ code }) => code);

describe("KV blocks", () => {
  it("go over EFA when device, image and backend are there", () => {
    expect(routes(pair(efa, nixl(["LIBFABRIC"])), aws.p5_48xlarge)).toEqual([["efa", undefined]]);
  });

  it.each([
    [
      "no device",
      { ...efa, requests: {} },
      nixl(["LIBFABRIC"]),
      "p asks for no vpc.amazonaws.com/efa",
    ],
    [
      "the plain image",
      { requests: efa.requests },
      nixl(["LIBFABRIC"]),
      "the image vllm-runtime:1.4.0 has no EFA libraries",
    ],
    [
      "UCX",
      efa,
      nixl(),
      "NIXL of p runs UCX, which does not use EFA; the backend for it is LIBFABRIC",
    ],
  ] as const)("fall back to TCP on EFA with %s", (_, props, connector, why) => {
    expect(routes(pair(props, connector), aws.p5_48xlarge)).toEqual([["tcp", why]]);
  });

  it("go over InfiniBand and RoCE with a device", () => {
    const ib = azure.Standard_ND96isr_H100_v5;
    expect(routes(pair({ requests: { "rdma/shared_ib": "1" } }), ib)).toEqual([
      ["infiniband", undefined],
    ]);
    expect(routes(pair(), ib)).toEqual([["tcp", "p asks for no rdma/ib"]]);
    const host = {
      container: { securityContext: { privileged: true } },
      pod: { volumes: [{ name: "ib", hostPath: { path: "/dev/infiniband" } }] },
    };
    expect(connectionsOf([pair(host)], [pool(ib)])[0]?.route.transport).toBe("infiniband");
    const nic = { requests: { "networking.gke.io.networks/rdma-0": "1" } };
    expect(routes(pair(nic), gcp.a4_highgpu_8g)).toEqual([["roce", undefined]]);
  });

  it("never go over TCPX, which collectives do", () => {
    expect(routes(pair(), gcp.a3_highgpu_8g)).toEqual([
      ["tcp", "GPUDirect-TCPX of a3-highgpu-8g carries NCCL only, not NIXL"],
    ]);
    const wide = graphOf("g", [
      worker("w", { gpus: 8, nodes: 2, args: ["--tensor-parallel-size", "16"] }),
    ]);
    expect(routes(wide, gcp.a3_highgpu_8g)).toEqual([["gpudirect-tcp", undefined]]);
  });

  it("go over NVLink inside a ComputeDomain", () => {
    const claims = { pod: { resourceClaims: [{ name: "c", resourceClaimTemplateName: "t" }] } };
    expect(routes(pair(claims), aws.p6e_gb200_36xlarge)).toEqual([["nvlink", undefined]]);
  });

  it("follow SGLang's own setting", () => {
    const sglang = (value: string) => {
      const env = [{ name: "SGLANG_DISAGGREGATION_NIXL_BACKEND", value }];
      const args = (mode: string) => [
        "--disaggregation-mode",
        mode,
        "--disaggregation-transfer-backend",
        "nixl",
      ];
      const props = {
        ...efa,
        engine: "sglang" as const,
        image: "nvcr.io/nvidia/ai-dynamo/sglang-runtime:1.4.0-efa",
      };
      const one = (name: string, type: "prefill" | "decode") =>
        worker(name, { ...props, type, args: args(type), container: { env } });
      return graphOf("g", [one("p", "prefill"), one("d", "decode")]);
    };
    const one = (graph: ReturnType<typeof pair>) =>
      connectionsOf([graph], [pool(aws.p5_48xlarge)])[0]?.route.transport;
    expect(one(sglang("LIBFABRIC"))).toBe("efa");
    expect(one(sglang("UCX"))).toBe("tcp");
  });
});

describe("a pair", () => {
  it("is prefill with the workers that have no role, where nobody decodes", () => {
    const [prefill, decode] = pair().components.map(({ component }) => component);
    if (prefill === undefined || decode === undefined) throw new Error("no pair");
    const plain = graphOf("g", [prefill, worker("w", { args: [nixl()] })]);
    const ends = (graph: typeof plain) =>
      connectionsOf([graph], [pool(aws.g6_4xlarge)]).map(({ from, to }) => [from.name, to.name]);
    expect(ends(plain)).toEqual([["p", "w"]]);
    expect(ends(graphOf("g", [prefill, decode, worker("w")]))).toEqual([["p", "d"]]);
  });

  it("is looked at across pools when no pool takes both", () => {
    const at = (type: string) => ({ nodeSelector: { "node.kubernetes.io/instance-type": type } });
    const [p, d] = pair({ ...efa, image: "vllm:1.4.0-efa" }, nixl(["LIBFABRIC"])).components;
    const on = (view: typeof p, type: string) => {
      const { podTemplate, ...rest } = view?.component ?? { name: "" };
      const spec = {
        ...podTemplate?.spec,
        ...at(type),
        containers: podTemplate?.spec?.containers ?? [],
      };
      return { ...rest, podTemplate: { spec } };
    };
    const graph = graphOf("g", [on(p, "p5.48xlarge"), on(d, "p5en.48xlarge")]);
    const pools = [
      pool(aws.p5_48xlarge, { name: "a", zones: ["us-east-1a"] }),
      pool(aws.p5en_48xlarge, { name: "b", zones: ["us-east-1b"] }),
    ];
    const [found] = connectionsOf([graph], pools);
    expect([found?.pool.name, found?.toPool.name, found?.route.transport]).toEqual([
      "a",
      "b",
      "efa",
    ]);
    expect(codes(graph, pools)).toEqual(["DYN-NET-004"]);
  });
});

describe("checkTransport", () => {
  const apart = {
    ...efa,
    pod: near("podAntiAffinity", { [labels.graph]: "g" }, "kubernetes.io/hostname"),
  };

  it("is silent about a graph with a fabric that it uses", () => {
    expect(codes(pair(apart, nixl(["LIBFABRIC"])), [pool(aws.p5_48xlarge)])).toEqual([]);
  });

  it("fails with KV cache over TCP, and says what that costs", () => {
    const [found] = checkTransport([pair()], [pool(aws.g6_4xlarge)]);
    expect(found).toMatchObject({
      code: "DYN-NET-001",
      severity: "error",
      message:
        "KV blocks go from p to d over TCP on pool gpus: g6.4xlarge has no fabric beside Ethernet; 8000 tokens of Qwen/Qwen3-0.6B are 0.9 GB; upstream measured 98 s to the first token for 8000 tokens of an 8B model, and 1 s over EFA",
    });
  });

  it("takes TCP when somebody accepts it", () => {
    expect(codes(pair(), [pool(aws.g6_4xlarge)], true)).toEqual(["DYN-NET-002"]);
    expect(
      codes(pair({}, nixl(undefined, { kv_buffer_device: "cpu" })), [pool(aws.g6_4xlarge)]),
    ).toEqual(["DYN-NET-002"]);
    const env = { container: { env: [{ name: "UCX_TLS", value: "tcp,self" }] } };
    expect(codes(pair(env), [pool(azure.Standard_ND96isr_H100_v5)])).toEqual(["DYN-NET-002"]);
    const rdma = { container: { env: [{ name: "UCX_TLS", value: "rc,cuda_copy,tcp" }] } };
    expect(codes(pair(rdma), [pool(aws.g6_4xlarge)])).toEqual(["DYN-NET-001"]);
  });

  it("fails with collectives over TCP", () => {
    const wide = graphOf("g", [
      worker("w", { gpus: 8, nodes: 2, args: ["--tensor-parallel-size", "16"] }),
    ]);
    expect(checkTransport([wide], [pool(aws.p5_48xlarge)])[0]).toMatchObject({
      code: "DYN-NET-003",
      message:
        "the 2 nodes of w exchange activations over TCP on pool gpus: w asks for no vpc.amazonaws.com/efa",
    });
    const ready = { gpus: 8, nodes: 2, args: ["--tensor-parallel-size", "16"], ...efa };
    expect(codes(graphOf("g", [worker("w", ready)]), [pool(aws.p5_48xlarge)])).toEqual([]);
  });

  it("warns when a pair may end up in two zones", () => {
    const zones = { zones: ["us-east-1a", "us-east-1b"] };
    const graph = pair(apart, nixl(["LIBFABRIC"]));
    expect(codes(graph, [pool(aws.p5_48xlarge, zones)])).toEqual(["DYN-NET-004"]);
    const term = (labelsOf: Record<string, string>, topologyKey: string) => ({
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: labelsOf }, topologyKey },
      ],
    });
    const own = { [labels.graph]: "g" };
    const affinity = {
      podAffinity: term(own, "topology.kubernetes.io/zone"),
      podAntiAffinity: term(own, "kubernetes.io/hostname"),
    };
    expect(
      codes(pair({ ...efa, pod: { affinity } }, nixl(["LIBFABRIC"])), [
        pool(aws.p5_48xlarge, zones),
      ]),
    ).toEqual([]);
    const policy = { domain: "zone", labelKey: "topology.kubernetes.io/zone" };
    const kept = graphOf(
      "g",
      graph.components.map(({ component }) => component),
      { experimental: { kvTransferPolicy: policy } },
    );
    expect(codes(kept, [pool(aws.p5_48xlarge, zones)])).toEqual([]);
  });

  it("warns when a pair may share a machine with EFA", () => {
    const graph = pair(efa, nixl(["LIBFABRIC"]));
    expect(codes(graph, [pool(aws.p5_48xlarge)])).toEqual(["DYN-NET-005"]);
    // One device for the whole machine keeps them apart by itself.
    const scarce = { ...efa, requests: { "vpc.amazonaws.com/efa": "1" } };
    expect(codes(pair(scarce, nixl(["LIBFABRIC"])), [pool(aws.g7e_12xlarge)])).toEqual([]);
  });

  it("warns of tensor parallelism over PCIe", () => {
    const graph = graphOf("g", [worker("w", { gpus: 4, args: ["--tensor-parallel-size", "4"] })]);
    expect(checkTransport([graph], [pool(aws.g6e_12xlarge)])[0]).toMatchObject({
      code: "DYN-NET-006",
      message: "w splits every layer over 4 GPUs of g6e.12xlarge, which has no NVLink",
    });
    expect(checkTransport([graph], [pool(azure.Standard_NC96ads_A100_v4)])[0]?.message).toBe(
      "w splits every layer over 4 GPUs of Standard_NC96ads_A100_v4, which has NVLink between 2 of them only",
    );
    expect(codes(graph, [pool(aws.p5_48xlarge)])).toEqual([]);
    expect(codes(graphOf("g", [worker("w", { gpus: 4 })]), [pool(aws.g6e_12xlarge)])).toEqual([]);
  });
});
