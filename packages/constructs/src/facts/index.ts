// SPDX-License-Identifier: Apache-2.0
/** @module Plain facts and arithmetic; imports nothing. */
export { isClusterScoped } from "./cluster-scoped.js";
export { type CodeFacts, codes, type FindingCode } from "./codes/index.js";
export { vllmCompilationCache } from "./container-paths.js";
export {
  applyWaivers,
  blocking,
  type FieldPath,
  type Finding,
  finding,
  formatFinding,
  formatPath,
  type Severity,
  type Waiver,
} from "./finding.js";
export { FindingsError, reportFindings } from "./findings-error.js";
export { type Gpu, type GpuModel, gpus, usableGpuGiB } from "./gpus/index.js";
export {
  compareVersions,
  type ImageReference,
  parseImage,
  parseVersion,
  type Version,
} from "./image.js";
export {
  annotations,
  carriers,
  exceptionAnnotation,
  labels,
  nodeLabels,
  poolsAnnotation,
  throughputAnnotation,
  waiverAnnotation,
} from "./labels.js";
export { type LustreTier, lustreGiB, lustreTiers } from "./lustre.js";
export {
  aws,
  azure,
  type Capacity,
  type Cloud,
  findMachine,
  gcp,
  gkeAccelerator,
  gkeTaints,
  type Machine,
  type MachineProps,
  machine,
  machines,
  type Rdma,
} from "./machines/index.js";
export {
  type Attention,
  findModel,
  type Model,
  type ModelOptions,
  modelFromConfig,
  models,
  type Parts,
  type ReadModel,
  sumOfParts,
  type WeightFormat,
} from "./models/index.js";
export {
  dynamoNamespace,
  type GroveComponent,
  groveCost,
  groveNameLimit,
  isDnsLabel,
  isDnsSubdomain,
  podCliqueSetName,
  shortHash,
} from "./names.js";
export { nearest } from "./nearest.js";
export { nodeCharts } from "./node-charts.js";
export {
  lwsMinimum,
  type OrchestratorChart,
  orchestratorCharts,
  volcanoForGrove,
} from "./orchestrator-charts.js";
export {
  awsPrices,
  azurePrices,
  gcpPrices,
  type MachinePrice,
  machinePrice,
  type PriceOverrides,
  type PriceTable,
  priceTables,
  type Quote,
  storagePrice,
} from "./prices/index.js";
export {
  formatQuantity,
  parseQuantity,
  type Quantity,
  quantityValue,
  sameQuantity,
} from "./quantity.js";
export {
  type CompanionRelease,
  type DynamoImage,
  dynamoImage,
  dynamoVersion,
  imageRegistry,
  images,
  type ReleaseFacts,
  releaseFacts,
  releases,
} from "./releases.js";
export { show } from "./show.js";
export {
  type AccessMode,
  hyperdiskMlThroughput,
  nextSize,
  offersSize,
  productOfDriver,
  type SizeRange,
  type StorageProduct,
  type StorageProductName,
  type StorageTier,
  storageProducts,
  storageTier,
  type Throughput,
} from "./storage/index.js";
export { holdsToken, splitTokens, tokenText } from "./token.js";
export {
  type TopologyLabel,
  type TopologyLevel,
  topologyLabels,
  topologyLevels,
} from "./topology.js";
