// SPDX-License-Identifier: Apache-2.0
/** @module What an environment on EKS has to consist of, and a graph that somebody wrote for it. */

/** What reference: clouds, sections 1.2 to 1.10 lists for production, and the type that stands for it. */
export const bill: readonly (readonly [string, string, number])[] = [
  ["VPC in three zones: private, public and intra subnets", "subnet:Subnet", 9],
  ["a way out per zone", "natGateway:NatGateway", 3],
  ["private endpoints", "vpcEndpoint:VpcEndpoint", 2],
  ["flow logs", "flowLog:FlowLog", 1],
  ["default security group without rules", "defaultSecurityGroup:DefaultSecurityGroup", 1],
  ["cluster", "cluster:Cluster", 1],
  ["keys that rotate", "key:Key", 2],
  ["access entries", "accessEntry:AccessEntry", 2],
  ["pod identities", "podIdentityAssociation:PodIdentityAssociation", 5],
  ["add-ons", "addon:Addon", 8],
  ["system and GPU node groups", "nodeGroup:NodeGroup", 2],
  ["security group of EFA", "EfaSecurityGroup", 1],
  ["queue for interruptions", "queue:Queue", 1],
  ["Karpenter's pools", "NodePool", 1],
  ["EFS", "fileSystem:FileSystem", 1],
  ["a mount target per zone", "mountTarget:MountTarget", 3],
  ["a replica of EFS", "replicationConfiguration:ReplicationConfiguration", 1],
  ["FSx for Lustre", "lustreFileSystem:LustreFileSystem", 1],
  ["its bucket", "dataRepositoryAssociation:DataRepositoryAssociation", 1],
  ["buckets for models, logs, traces and backups", "bucket:Bucket", 4],
  ["registry cache", "pullThroughCacheRule:PullThroughCacheRule", 3],
  ["secret", "secret:Secret", 1],
  ["store of secrets", "ClusterSecretStore", 1],
  ["certificate", "certificate:Certificate", 1],
  ["load balancer for clients", "Ingress", 1],
  ["backup vaults, here and in another region", "vault:Vault", 2],
  ["backup plan", "plan:Plan", 1],
  ["budget", "budget:Budget", 1],
  ["anomaly alerts", "anomalySubscription:AnomalySubscription", 1],
  ["default class of volumes", "StorageClass", 1],
  ["snapshots of volumes", "VolumeSnapshotClass", 1],
  ["claims for models and for what engines compile", "PersistentVolumeClaim", 2],
  ["download of the model", "Job", 1],
  ["the Dynamo operator", "Deployment", 1],
  ["its webhooks", "ValidatingWebhookConfiguration", 1],
  ["monitors of graphs", "PodMonitor", 1],
  ["the graph", "DynamoGraphDeployment", 1],
];

/** A graph as YAML. */
export const graphYaml = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata:
  name: mine
spec:
  components:
    - name: frontend
      type: frontend
      replicas: 1
      podTemplate:
        spec:
          containers:
            - name: main
              image: nvcr.io/nvidia/ai-dynamo/dynamo-frontend:1.4.0
              command: [python3, -m, dynamo.frontend]
    - name: worker
      type: worker
      replicas: 1
      podTemplate:
        spec:
          containers:
            - name: main
              image: nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0
              command: [python3, -m, dynamo.mocker]
              args: [--model-path, Qwen/Qwen3-0.6B]
`;
