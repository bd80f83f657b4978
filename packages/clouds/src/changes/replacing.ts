// SPDX-License-Identifier: Apache-2.0
/**
 * @module Inputs whose change replaces a resource of AWS, and inputs that roll what runs on it.
 *
 * @see hashicorp/terraform-provider-aws internal/service, `ForceNew` in the schema of each resource, which is
 * what the Pulumi provider is made from; the rows for launch templates and node groups add what EKS
 * itself does with a new version
 */

/** What is known of one type. */
export interface TypeFacts {
  /** Inputs whose change replaces; a path of an object in it means all that is inside. */
  readonly replaces: readonly string[];
  /** Inputs whose change makes new machines or pods, without a replacement of the resource. */
  readonly restarts?: Readonly<Record<string, string>> | undefined;
  /** What is lost with the resource. @default - nothing that cannot be made again */
  readonly holds?: string | undefined;
}

const everything = ["*"];

/** By type token. */
// biome-ignore format: one type per line
export const typeFacts: Readonly<Record<string, TypeFacts>> = {
  "aws:ec2/vpc:Vpc": { replaces: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"] },
  "aws:ec2/subnet:Subnet": { replaces: ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId", "outpostArn", "ipv6Native"] },
  "aws:ec2/internetGateway:InternetGateway": { replaces: [] },
  "aws:ec2/natGateway:NatGateway": { replaces: ["subnetId", "allocationId", "connectivityType", "privateIp"] },
  "aws:ec2/eip:Eip": { replaces: ["domain", "networkBorderGroup", "publicIpv4Pool"] },
  "aws:ec2/routeTable:RouteTable": { replaces: ["vpcId"] },
  "aws:ec2/route:Route": { replaces: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"] },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { replaces: ["subnetId", "gatewayId"] },
  "aws:ec2/securityGroup:SecurityGroup": { replaces: ["name", "namePrefix", "description", "vpcId"] },
  "aws:ec2/securityGroupRule:SecurityGroupRule": { replaces: ["type", "fromPort", "toPort", "protocol", "cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroupId", "sourceSecurityGroupId", "self"] },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": { replaces: ["securityGroupId"] },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { replaces: ["securityGroupId"] },
  "aws:ec2/vpcEndpoint:VpcEndpoint": { replaces: ["vpcId", "serviceName", "vpcEndpointType"] },
  "aws:ec2/flowLog:FlowLog": { replaces: ["iamRoleArn", "logDestination", "logDestinationType", "logFormat", "maxAggregationInterval", "subnetId", "trafficType", "vpcId", "eniId"] },
  "aws:ec2/placementGroup:PlacementGroup": { replaces: ["name", "strategy", "partitionCount", "spreadLevel"] },
  "aws:ec2/capacityReservation:CapacityReservation": { replaces: ["availabilityZone", "ebsOptimized", "ephemeralStorage", "instancePlatform", "instanceType", "outpostArn", "placementGroupArn", "tenancy"], holds: "the reserved machines, which may not be had again" },
  "aws:ec2/capacityBlockReservation:CapacityBlockReservation": { replaces: everything, holds: "the capacity block, which is paid for" },
  "aws:ec2/launchTemplate:LaunchTemplate": { replaces: ["name", "namePrefix"], restarts: { "*": "a new version of the launch template; node groups that follow it replace their machines" } },
  "aws:eks/cluster:Cluster": { replaces: ["name", "roleArn", "bootstrapSelfManagedAddons", "accessConfig.bootstrapClusterCreatorAdminPermissions", "kubernetesNetworkConfig.serviceIpv4Cidr", "kubernetesNetworkConfig.ipFamily", "outpostConfig", "remoteNetworkConfig"], holds: "the cluster with everything that runs in it" },
  "aws:eks/nodeGroup:NodeGroup": { replaces: ["amiType", "capacityType", "clusterName", "diskSize", "instanceTypes", "launchTemplate.id", "launchTemplate.name", "nodeGroupName", "nodeGroupNamePrefix", "nodeRoleArn", "remoteAccess", "subnetIds"], restarts: { version: "the node group replaces its machines", releaseVersion: "the node group replaces its machines", "launchTemplate.version": "the node group replaces its machines" } },
  "aws:eks/addon:Addon": { replaces: ["addonName", "clusterName"], restarts: { addonVersion: "the add-on's pods roll", configurationValues: "the add-on's pods roll" } },
  "aws:eks/accessEntry:AccessEntry": { replaces: ["clusterName", "principalArn", "type"] },
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": { replaces: everything },
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": { replaces: ["clusterName", "namespace", "serviceAccount"], restarts: { roleArn: "pods get the new role's credentials when they start" } },
  "aws:efs/fileSystem:FileSystem": { replaces: ["availabilityZoneName", "creationToken", "encrypted", "kmsKeyId", "performanceMode"], holds: "all files of the file system" },
  "aws:efs/accessPoint:AccessPoint": { replaces: ["fileSystemId", "posixUser", "rootDirectory"] },
  "aws:efs/mountTarget:MountTarget": { replaces: ["fileSystemId", "ipAddress", "subnetId"] },
  "aws:fsx/lustreFileSystem:LustreFileSystem": { replaces: ["backupId", "copyTagsToBackups", "deploymentType", "driveCacheType", "efaEnabled", "exportPath", "fileSystemTypeVersion", "importPath", "importedFileChunkSize", "kmsKeyId", "perUnitStorageThroughput", "securityGroupIds", "storageType", "subnetIds"], holds: "all files of the file system that no data repository has" },
  "aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation": { replaces: ["dataRepositoryPath", "fileSystemId", "fileSystemPath", "batchImportMetaDataOnCreate"] },
  "aws:s3/bucket:Bucket": { replaces: ["bucket", "bucketPrefix", "objectLockEnabled"], holds: "all objects of the bucket" },
  "aws:s3/bucketV2:BucketV2": { replaces: ["bucket", "bucketPrefix", "objectLockEnabled"], holds: "all objects of the bucket" },
  "aws:kms/key:Key": { replaces: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"], holds: "everything that is encrypted with the key, once its deletion window is over" },
  "aws:kms/alias:Alias": { replaces: ["name", "namePrefix"] },
  "aws:iam/role:Role": { replaces: ["name", "namePrefix", "path"] },
  "aws:iam/policy:Policy": { replaces: ["name", "namePrefix", "path", "description"] },
  "aws:iam/rolePolicy:RolePolicy": { replaces: ["name", "namePrefix", "role"] },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { replaces: ["role", "policyArn"] },
  "aws:iam/instanceProfile:InstanceProfile": { replaces: ["name", "namePrefix", "path"] },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": { replaces: ["url"] },
  "aws:ecr/repository:Repository": { replaces: ["name", "encryptionConfigurations"], holds: "all images of the repository" },
  "aws:ecr/pullThroughCacheRule:PullThroughCacheRule": { replaces: ["ecrRepositoryPrefix", "upstreamRegistryUrl"] },
  "aws:secretsmanager/secret:Secret": { replaces: ["name", "namePrefix"], holds: "the secret, once its recovery window is over" },
  "aws:secretsmanager/secretVersion:SecretVersion": { replaces: ["secretId"] },
  "aws:cloudwatch/logGroup:LogGroup": { replaces: ["name", "namePrefix", "logGroupClass"], holds: "all logs of the group" },
  "aws:acm/certificate:Certificate": { replaces: ["domainName", "subjectAlternativeNames", "validationMethod", "keyAlgorithm"] },
  "aws:route53/zone:Zone": { replaces: ["name", "delegationSetId"], holds: "all records of the zone, and its name servers" },
  "aws:route53/record:Record": { replaces: ["zoneId", "name", "setIdentifier"] },
  "aws:backup/vault:Vault": { replaces: ["name", "kmsKeyArn"], holds: "all backups of the vault" },
  "aws:backup/plan:Plan": { replaces: ["name"] },
  "aws:backup/selection:Selection": { replaces: everything },
  "aws:budgets/budget:Budget": { replaces: ["name", "namePrefix"] },
  "aws:sqs/queue:Queue": { replaces: ["name", "namePrefix", "fifoQueue"] },
  "aws:cloudwatch/eventRule:EventRule": { replaces: ["name", "namePrefix", "eventBusName"] },
  "kubernetes:helm.sh/v3:Release": { replaces: ["name", "namespace"], restarts: { version: "the chart's pods roll where its manifests changed", values: "the chart's pods roll where its manifests changed" } },
};
