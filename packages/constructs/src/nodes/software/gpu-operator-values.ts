// SPDX-License-Identifier: Apache-2.0
/** @module Values of chart gpu-operator that matter for serving, strictly: an unknown key is an error. */
import { z } from "zod";

const toleration = z.strictObject({
  key: z.string().optional(),
  operator: z.enum(["Exists", "Equal"]).optional(),
  value: z.string().optional(),
  effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]).optional(),
});
const tolerations = z.array(toleration).readonly().optional();
const env = z
  .array(z.strictObject({ name: z.string(), value: z.string() }))
  .readonly()
  .optional();
const texts = z.record(z.string(), z.string()).optional();
const amounts = z.record(z.string(), z.union([z.string(), z.number()])).optional();
const resources = z.strictObject({ requests: amounts, limits: amounts }).optional();
const onOff = z.strictObject({ enabled: z.boolean().optional() }).optional();
const image = {
  enabled: z.boolean().optional(),
  repository: z.string().optional(),
  image: z.string().optional(),
  version: z.string().optional(),
  imagePullSecrets: z.array(z.string()).readonly().optional(),
  env,
  resources,
};
const named = z
  .strictObject({ name: z.string().optional(), default: z.string().optional() })
  .optional();

/** @see NVIDIA/gpu-operator deployments/gpu-operator/values.yaml, and the CRD ClusterPolicy */
export const gpuOperatorSchema = z.strictObject({
  nfd: z
    .strictObject({ enabled: z.boolean().optional(), nodefeaturerules: z.boolean().optional() })
    .optional(),
  cdi: z
    .strictObject({ enabled: z.boolean().optional(), default: z.boolean().optional() })
    .optional(),
  psa: onOff,
  hostPaths: z
    .strictObject({ rootFS: z.string().optional(), driverInstallDir: z.string().optional() })
    .optional(),
  daemonsets: z
    .strictObject({
      labels: texts,
      annotations: texts,
      priorityClassName: z.string().optional(),
      tolerations,
      updateStrategy: z.enum(["RollingUpdate", "OnDelete"]).optional(),
      rollingUpdate: z
        .strictObject({ maxUnavailable: z.union([z.string(), z.number()]).optional() })
        .optional(),
    })
    .optional(),
  operator: z
    .strictObject({
      tolerations,
      priorityClassName: z.string().optional(),
      imagePullSecrets: z.array(z.string()).readonly().optional(),
      resources,
      upgradeCRD: z.boolean().optional(),
      cleanupCRD: z.boolean().optional(),
    })
    .optional(),
  mig: z.strictObject({ strategy: z.enum(["none", "single", "mixed"]).optional() }).optional(),
  driver: z
    .strictObject({
      ...image,
      usePrecompiled: z.boolean().optional(),
      kernelModuleType: z.enum(["auto", "open", "proprietary"]).optional(),
      rdma: z
        .strictObject({
          enabled: z.boolean().optional(),
          useHostMofed: z.boolean().optional(),
        })
        .optional(),
      upgradePolicy: z
        .strictObject({
          autoUpgrade: z.boolean().optional(),
          maxParallelUpgrades: z.int().min(0).optional(),
          maxUnavailable: z.union([z.string(), z.number()]).optional(),
        })
        .optional(),
      licensingConfig: z
        .strictObject({
          secretName: z.string().optional(),
          nlsEnabled: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
  toolkit: z.strictObject({ ...image, installDir: z.string().optional() }).optional(),
  devicePlugin: z.strictObject({ ...image, config: named }).optional(),
  gfd: z.strictObject(image).optional(),
  dcgm: z.strictObject(image).optional(),
  dcgmExporter: z
    .strictObject({
      ...image,
      config: z.strictObject({ name: z.string() }).optional(),
      enablePodLabels: z.boolean().optional(),
      enablePodUID: z.boolean().optional(),
      serviceMonitor: z
        .strictObject({
          enabled: z.boolean().optional(),
          interval: z.string().optional(),
          honorLabels: z.boolean().optional(),
          additionalLabels: texts,
        })
        .optional(),
    })
    .optional(),
  gdrcopy: z.strictObject(image).optional(),
  migManager: z.strictObject({ ...image, config: named }).optional(),
  nodeStatusExporter: z.strictObject(image).optional(),
  sandboxWorkloads: onOff,
  vgpuDeviceManager: onOff,
  vfioManager: onOff,
  sandboxDevicePlugin: onOff,
  "node-feature-discovery": z
    .strictObject({ worker: z.strictObject({ tolerations }).optional() })
    .optional(),
});

/** Values of chart gpu-operator. */
export interface GpuOperatorValues extends Readonly<z.infer<typeof gpuOperatorSchema>> {}
