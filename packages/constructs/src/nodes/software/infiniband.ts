// SPDX-License-Identifier: Apache-2.0
/** @module InfiniBand on AKS: the Network Operator, its policy with the shared device plugin, and settings of the nodes. */
import { Construct } from "constructs";
import { nodeCharts, nodeLabels } from "../../facts/index.js";
import { KubeObject, type Manifest } from "../../graph/index.js";
import { sharedInfiniband } from "../fabric-of.js";
import { daemonTolerations, type NodeChart, type NodesOfPool } from "./node-chart.js";

/** Settings of InfiniBand. */
export interface InfinibandNodesProps {
  /** Pools with InfiniBand. */
  readonly pools: readonly NodesOfPool[];
  /** Extended resource that workers ask for. @default "rdma/shared_ib" */
  readonly resource?: string | undefined;
  /** Pods of a node that may open the interfaces. @default 63 */
  readonly podsPerNode?: number | undefined;
  /** Version of NVIDIA's DOCA driver. @default "doca3.2.0-25.10-1.2.8.0-2" */
  readonly driverVersion?: string | undefined;
  /** Image with `bash` and `nsenter` for the settings of the nodes. @default "ubuntu:24.04" */
  readonly image?: string | undefined;
}

/** Values of chart network-operator. */
export interface NetworkOperatorValues {
  readonly nfd: { readonly enabled: boolean; readonly deployNodeFeatureRules: boolean };
}

interface NodeManifest extends Manifest {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string | undefined;
    readonly labels?: Readonly<Record<string, string>> | undefined;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/**
 * What nodes with InfiniBand need besides the GPU driver, in this order: the Network Operator
 * (`chart`), the policy by which it installs driver and device plugin, and memory limits and kernel
 * modules on every node. AKS needs the feature `AKSInfinibandSupport` before the pool is made.
 *
 * @see Azure/aks-rdma-infiniband
 */
export class InfinibandNodes extends Construct {
  /** The Network Operator; its namespace has to admit privileged pods. */
  readonly chart: NodeChart<NetworkOperatorValues>;
  /** How the Network Operator sets up interfaces and device plugin. */
  readonly policy: KubeObject;
  /** Loads kernel modules and lifts the limit of locked memory on every node. */
  readonly nodeConfig: KubeObject;

  constructor(scope: Construct, id: string, props: InfinibandNodesProps) {
    super(scope, id);
    this.chart = {
      ...nodeCharts.networkOperator,
      values: { nfd: { enabled: true, deployNodeFeatureRules: false } },
    };
    this.policy = new KubeObject(this, "Policy", renderPolicy(props));
    this.nodeConfig = new KubeObject(this, "NodeConfig", renderNodeConfig(props));
  }
}

const registry = "nvcr.io/nvidia/mellanox";

/** PCI vendor of NVIDIA's network cards. */
const vendor = "15b3";

function renderPolicy(props: InfinibandNodesProps): NodeManifest {
  const [, resourceName = ""] = (props.resource ?? sharedInfiniband).split("/");
  const rdmaHcaMax = props.podsPerNode ?? 63;
  const selectors = { vendors: [vendor], linkTypes: ["infiniband"] };
  return {
    apiVersion: "mellanox.com/v1alpha1",
    kind: "NicClusterPolicy",
    // The Network Operator reads the policy of this name alone.
    metadata: { name: "nic-cluster-policy" },
    spec: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                {
                  key: `feature.node.kubernetes.io/pci-${vendor}.present`,
                  operator: "In",
                  values: ["true"],
                },
              ],
            },
          ],
        },
      },
      tolerations: daemonTolerations(props.pools),
      ofedDriver: {
        repository: registry,
        image: "doca-driver",
        version: props.driverVersion ?? "doca3.2.0-25.10-1.2.8.0-2",
        upgradePolicy: { autoUpgrade: true, maxParallelUpgrades: 1, drain: { enable: false } },
      },
      rdmaSharedDevicePlugin: {
        repository: registry,
        image: "k8s-rdma-shared-dev-plugin",
        version: "network-operator-v25.10.0",
        config: JSON.stringify({ configList: [{ resourceName, rdmaHcaMax, selectors }] }),
      },
    },
  };
}

/** Runs on the host, once per start of the pod, and changes nothing the second time. */
const script = `set -eu
nsenter --target 1 --mount -- bash -eu -c '
  modprobe -a ib_umad rdma_ucm
  printf "ib_umad\\nrdma_ucm\\n" > /etc/modules-load.d/infiniband.conf
  for unit in containerd kubelet; do
    drop_in=/etc/systemd/system/$unit.service.d/90-memlock.conf
    if [ ! -e "$drop_in" ]; then
      mkdir -p "$(dirname "$drop_in")"
      printf "[Service]\\nLimitMEMLOCK=infinity\\n" > "$drop_in"
      restart="\${restart:-} $unit"
    fi
  done
  if [ -n "\${restart:-}" ]; then
    systemctl daemon-reload
    systemctl restart $restart
  fi
'
exec sleep infinity
`;

function renderNodeConfig({ pools, image = "ubuntu:24.04" }: InfinibandNodesProps): NodeManifest {
  const labels = { "app.kubernetes.io/name": "infiniband-node-config" };
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name: "infiniband-node-config", namespace: "kube-system", labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          priorityClassName: "system-node-critical",
          automountServiceAccountToken: false,
          hostPID: true,
          affinity: { nodeAffinity: nodesOf(pools) },
          tolerations: daemonTolerations(pools),
          containers: [
            {
              name: "config",
              image,
              command: ["bash", "-c", script],
              // Kernel modules and units of systemd are the host's.
              securityContext: { privileged: true },
              resources: {
                requests: { cpu: "10m", memory: "32Mi" },
                limits: { cpu: "200m", memory: "64Mi" },
              },
            },
          ],
        },
      },
    },
  };
}

/** The machine types of the pools. */
function nodesOf(pools: readonly NodesOfPool[]): object {
  const types = new Set(pools.map(({ pool }) => pool.machine.type));
  return {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            {
              key: nodeLabels.instanceType,
              operator: "In",
              values: [...types].sort(),
            },
          ],
        },
      ],
    },
  };
}
