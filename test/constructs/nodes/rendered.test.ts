// SPDX-License-Identifier: Apache-2.0
/** @module What pools write: against the schemas of Karpenter, EKS, AKS and GKE, and the points that matter. */
import { aws, azure, gcp, machine } from "@dynamo-iac/constructs";
import { describe, expect, it } from "vitest";
import { schemaValidator } from "../../support/crds.js";
import { shared } from "../../support/shared.js";
import { aks, codesOf, eksAutoMode, existing, gke, karpenter, written } from "./pools.js";

const schemas = [
  ["karpenter.sh/v1/NodePool", "karpenter.sh/nodepool_v1.json"],
  ["karpenter.k8s.aws/v1/EC2NodeClass", "karpenter.k8s.aws/ec2nodeclass_v1.json"],
  ["eks.amazonaws.com/v1/NodeClass", "eks.amazonaws.com/nodeclass_v1.json"],
  ["karpenter.azure.com/v1beta1/AKSNodeClass", "karpenter.azure.com/aksnodeclass_v1beta1.json"],
  ["cloud.google.com/v1/ComputeClass", "cloud.google.com/computeclass_v1.json"],
] as const;
const folder = shared("crds/third-party");

const forms = {
  "Karpenter, as usual": karpenter(),
  "Karpenter, reserved": karpenter({ capacity: "reserved" }),
  "Karpenter, a capacity block": karpenter({
    capacity: "capacity-block",
    reservation: { ids: ["cr-0123456789abcdef0"] },
  }),
  "Karpenter, everything set": karpenter({
    machine: aws.g6e_12xlarge,
    capacity: "spot",
    ami: "bottlerocket@v1.50.0",
    labels: { team: "search" },
    taints: [{ key: "example.com/gpu", value: "yes", effect: "NoExecute" }],
    localDisks: "none",
    diskGiB: 500,
    kmsKeyId: "alias/nodes",
    placementGroup: "cluster-1",
    networkInterfaces: [
      { networkCardIndex: 0, deviceIndex: 0, interfaceType: "interface" },
      { networkCardIndex: 1, deviceIndex: 0, interfaceType: "efa-only" },
    ],
    hugepages: { perNode: "10Gi", perWorker: "5Gi" },
    tags: { team: "search" },
    weight: 10,
    disruption: { consolidateAfter: "10m", expireAfter: "Never", drift: "1" },
  }),
  "Karpenter, static": karpenter({ min: 4, max: 4, weight: 3 }),
  "Karpenter, an image of one's own": karpenter({ ami: { family: "AL2023", id: "ami-0abc" } }),
  "EKS Auto Mode": eksAutoMode({ tags: { team: "search" } }),
  "AKS, as usual": aks(),
  "AKS, InfiniBand": aks({
    machine: azure.Standard_ND96isr_H100_v5,
    zones: ["eastus-1"],
    vnetSubnetId:
      "/subscriptions/0/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
    tags: { team: "search" },
  }),
  "GKE, as usual": gke(),
  "GKE, spot": gke({ capacity: "spot" }),
  "GKE, reserved RoCE": gke({
    machine: gcp.a4_highgpu_8g,
    capacity: "reserved",
    reservations: [{ name: "b200", project: "shared-gpus" }],
    placementPolicy: "compact",
    hugepages: { perNode: "8Gi", perWorker: "1Gi" },
    serviceAccount: "nodes@project.iam.gserviceaccount.com",
  }),
  "GKE, queued": gke({ machine: gcp.a3_highgpu_1g, capacity: "queued" }),
};

describe.skipIf(folder === undefined)("every object is one of its kind's schema", () => {
  // The body runs also where the tests are left out.
  const validators = new Map(
    folder === undefined
      ? []
      : schemas.map(([kind, file]) => [kind as string, schemaValidator(`${folder}/${file}`)]),
  );

  it.each(Object.entries(forms))("%s", (_, pool) => {
    expect(codesOf(pool)).toEqual([]);
    expect(written(pool).length).toBeGreaterThan(0);
    for (const object of written(pool)) {
      const validate = validators.get(`${object.apiVersion}/${object.kind}`);
      if (validate === undefined) throw new Error(`no schema of ${object.kind}`);
      expect(validate(object) ? [] : validate.errors).toEqual([]);
      expect(object.metadata.namespace).toBeUndefined();
    }
  });

  it("has objects of every kind", () => {
    const kinds = Object.values(forms).flatMap((pool) =>
      written(pool).map(({ apiVersion, kind }) => `${apiVersion}/${kind}`),
    );
    expect([...new Set(kinds)].sort()).toEqual([...validators.keys()].sort());
  });
});

describe("Karpenter on AWS", () => {
  const [nodePool, nodeClass] = written(karpenter({ capacity: "reserved" }));

  it("makes one machine type in one zone from the reservation, capped by GPUs", () => {
    expect(nodePool.spec.template.spec.requirements).toEqual([
      { key: "node.kubernetes.io/instance-type", operator: "In", values: ["p5.48xlarge"] },
      { key: "kubernetes.io/arch", operator: "In", values: ["amd64"] },
      { key: "kubernetes.io/os", operator: "In", values: ["linux"] },
      { key: "karpenter.sh/capacity-type", operator: "In", values: ["reserved"] },
      { key: "topology.kubernetes.io/zone", operator: "In", values: ["us-west-2a"] },
    ]);
    expect(nodePool.spec.limits).toEqual({ "nvidia.com/gpu": "32" });
    expect(nodeClass.spec.capacityReservationSelectorTerms).toEqual([
      { tags: { "karpenter.sh/discovery": "prod" } },
    ]);
  });

  it("never moves workers of a fabric, and empties other pools gently", () => {
    expect(nodePool.spec.disruption).toEqual({
      consolidationPolicy: "WhenEmpty",
      consolidateAfter: "5m",
      budgets: [
        { nodes: "100%", reasons: ["Empty"] },
        { nodes: "0", reasons: ["Drifted"] },
        { nodes: "0", reasons: ["Underutilized"] },
      ],
    });
    expect(nodePool.spec.template.spec.expireAfter).toBe("Never");
    const [plain] = written(karpenter({ machine: aws.g6e_2xlarge }));
    expect(plain.spec.template.spec.expireAfter).toBe("720h");
    expect(plain.spec.disruption.budgets[1]).toEqual({ nodes: "10%", reasons: ["Drifted"] });
  });

  it("requires metadata service v2 within the node, encrypts disks and joins local ones", () => {
    expect(nodeClass.spec).toMatchObject({
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      associatePublicIPAddress: false,
      instanceStorePolicy: "RAID0",
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          rootVolume: true,
          ebs: { encrypted: true, volumeSize: "100Gi", volumeType: "gp3" },
        },
      ],
    });
  });

  it("leaves local disks alone when told, and gives the root disk speed instead", () => {
    const [, plain] = written(karpenter({ localDisks: "none" }));
    expect(plain.spec.instanceStorePolicy).toBeUndefined();
    expect(plain.spec.blockDeviceMappings[0].ebs).toMatchObject({
      volumeSize: "300Gi",
      iops: 16_000,
      throughput: 1000,
    });
  });

  it("puts Bottlerocket's images on its second disk", () => {
    const [, bottlerocket] = written(karpenter({ ami: "bottlerocket@v1.50.0", diskGiB: 200 }));
    const disks = bottlerocket.spec.blockDeviceMappings;
    expect(disks.map(({ ebs }: { ebs: { volumeSize: string } }) => ebs.volumeSize)).toEqual([
      "4Gi",
      "200Gi",
    ]);
    expect(disks.every(({ ebs }: { ebs: { encrypted: boolean } }) => ebs.encrypted)).toBe(true);
  });

  it("asks a capacity block by its id and type", () => {
    const block = forms["Karpenter, a capacity block"];
    const [pool, node] = written(block);
    expect(node.spec.capacityReservationSelectorTerms).toEqual([{ id: "cr-0123456789abcdef0" }]);
    expect(pool.spec.template.spec.requirements).toContainEqual({
      key: "karpenter.k8s.aws/capacity-reservation-type",
      operator: "In",
      values: ["capacity-block"],
    });
  });

  it("is static with min equal to max, which allows a limit of nodes only and no weight", () => {
    const [pool] = written(forms["Karpenter, static"]);
    expect(pool.spec).toMatchObject({ replicas: 4, limits: { nodes: "4" } });
    expect(pool.spec.weight).toBeUndefined();
  });

  it("reserves huge pages before kubelet starts", () => {
    const [, node] = written(karpenter({ hugepages: { perNode: "10Gi", perWorker: "5Gi" } }));
    expect(node.spec.userData).toContain("vm.nr_hugepages=5120");
  });

  it("caps a pool without GPUs by CPU", () => {
    const plain = machine({ cloud: "aws", type: "m7i.2xlarge", vcpu: 8, ramGiB: 32 });
    const [pool] = written(karpenter({ machine: plain, max: 3 }));
    expect(pool.spec.limits).toEqual({ cpu: "24" });
    expect(pool.spec.template.spec.taints).toBeUndefined();
  });
});

describe("AKS", () => {
  it("aligns CPUs with GPUs and interfaces on large machines only", () => {
    const [, large] = written(forms["AKS, InfiniBand"]);
    expect(large.spec.kubelet).toEqual({
      cpuManagerPolicy: "static",
      topologyManagerPolicy: "restricted",
    });
    const [, small] = written(forms["AKS, as usual"]);
    expect(small.spec.kubelet).toBeUndefined();
    expect(small.spec.imageFamily).toBe("Ubuntu2204");
  });

  it("tolerates the taint of spot machines", () => {
    expect(aks({ capacity: "spot" }).tolerations).toContainEqual({
      key: "kubernetes.azure.com/scalesetpriority",
      operator: "Equal",
      value: "spot",
      effect: "NoSchedule",
    });
  });
});

describe("GKE", () => {
  it("asks for the machine, its GPUs and GKE's driver, and moves nothing that serves", () => {
    const [{ spec }] = written(forms["GKE, as usual"]);
    expect(spec).toMatchObject({
      priorities: [
        {
          machineType: "g2-standard-24",
          gpu: { type: "nvidia-l4", count: 2, driverVersion: "latest" },
          location: { zones: ["us-central1-a"] },
          storage: { bootDiskType: "pd-balanced", bootDiskSize: 100 },
        },
      ],
      nodePoolAutoCreation: { enabled: true },
      activeMigration: { optimizeRulePriority: false },
      whenUnsatisfiable: "DoNotScaleUp",
    });
    // GKE puts the GPU taint there itself.
    expect(spec.nodePoolConfig.taints).toBeUndefined();
  });

  it("sets up RoCE networks, Hyperdisk and the reservation of an A4", () => {
    const [{ spec }] = written(forms["GKE, reserved RoCE"]);
    expect(spec.priorities[0]).toMatchObject({
      acceleratorNetworkProfile: "auto",
      storage: { bootDiskType: "hyperdisk-balanced" },
      reservations: {
        affinity: "Specific",
        specific: [{ name: "b200", project: "shared-gpus" }],
      },
      nodeSystemConfig: { linuxNodeConfig: { hugepageConfig: { hugepage_size2m: 4096 } } },
    });
  });

  it("queues by flex start, with a new machine before the old one ends", () => {
    const [{ spec }] = written(forms["GKE, queued"]);
    expect(spec.priorities[0]).toMatchObject({
      flexStart: { enabled: true, nodeRecycling: { leadTimeSeconds: 3600 } },
      maxRunDurationSeconds: 604_800,
    });
    expect(spec.priorities[0].spot).toBeUndefined();
  });

  it("tolerates the processor of GB200 machines", () => {
    const pool = gke({
      machine: gcp.a4x_highgpu_4g,
      capacity: "reserved",
      reservations: [{ name: "gb200" }],
      max: 18,
    });
    expect(codesOf(pool)).toEqual([]);
    expect(pool.tolerations).toContainEqual({
      key: "kubernetes.io/arch",
      operator: "Equal",
      value: "arm64",
      effect: "NoSchedule",
    });
  });
});

describe("a pool that exists", () => {
  it("writes nothing, and is chosen by its labels, or by the machine type", () => {
    expect(written(existing())).toEqual([]);
    expect(existing().nodeSelector).toEqual({
      "node.kubernetes.io/instance-type": "p5.48xlarge",
    });
    expect(existing({ labels: { pool: "h100" } }).nodeSelector).toEqual({ pool: "h100" });
    const chosen = { "kubernetes.azure.com/agentpool": "h100" };
    expect(existing({ nodeSelector: chosen }).nodeSelector).toEqual(chosen);
  });
});
