// SPDX-License-Identifier: Apache-2.0
/** @module Amazon EFS: mounted from every zone, as large as what is in it. */
import { type Backing, type BackingProblem, dynamoUser, required } from "../backing.js";

/** An EFS file system. */
export interface EfsProps {
  /** The file system, such as `fs-0123456789abcdef0`. */
  readonly fileSystemId: string;
  /**
   * An access point that exists, such as `fsap-0123456789abcdef0`, for a static volume.
   *
   * @default - the driver makes one for the claim
   */
  readonly accessPointId?: string | undefined;
  /** Folder below which the driver makes folders for its claims. @default "/dynamo" */
  readonly basePath?: string | undefined;
  /** Mode of the folder that the driver makes. @default "750" */
  readonly directoryPerms?: string | undefined;
  /** User that owns the folder, and as whom every pod writes. @default 1000, the user of Dynamo's images */
  readonly uid?: number | undefined;
  /** Group that owns the folder. @default 1000 */
  readonly gid?: number | undefined;
  /**
   * How the file system was made. With `elastic` throughput follows from use; with the others it has
   * to be said as `throughputMBps`.
   *
   * @default "elastic"
   */
  readonly throughputMode?: "elastic" | "bursting" | "provisioned" | undefined;
  /** Encrypts what crosses the network. @default true */
  readonly encryptInTransit?: boolean | undefined;
  /** Mounts with the IAM identity of the driver, as a file system policy asks for. @default true */
  readonly iam?: boolean | undefined;
}

/** @see kubernetes-sigs/aws-efs-csi-driver docs/README.md */
export function efs(props: EfsProps): Backing {
  const { fileSystemId, accessPointId, encryptInTransit = true, iam = true } = props;
  const common: Pick<Backing, "product" | "tier" | "mountOptions" | "owner"> = {
    product: "efs",
    tier: props.throughputMode ?? "elastic",
    // Without `tls` the helper refuses `iam`.
    mountOptions: [
      ...(encryptInTransit ? ["tls"] : []),
      ...(iam && encryptInTransit ? ["iam"] : []),
    ],
    // An access point replaces whoever writes by its own user.
    owner: "user",
  };
  if (accessPointId !== undefined)
    return {
      ...common,
      provision: {
        kind: "static",
        volumeHandle: `${fileSystemId}::${accessPointId}`,
        attributes: encryptInTransit ? {} : { encryptInTransit: "false" },
      },
      problems: [...required({ fileSystemId, accessPointId }), ...clearText(encryptInTransit)],
    };
  const { uid = dynamoUser, gid = dynamoUser, directoryPerms = "750" } = props;
  return {
    ...common,
    provision: {
      kind: "dynamic",
      parameters: {
        provisioningMode: "efs-ap",
        fileSystemId,
        directoryPerms,
        uid: String(uid),
        gid: String(gid),
        basePath: props.basePath ?? "/dynamo",
      },
      // Mount targets are in every zone, so there is nothing to wait for.
      binding: "Immediate",
      expandable: false,
    },
    problems: [
      ...required({ fileSystemId }),
      ...openFolder(uid, directoryPerms),
      ...clearText(encryptInTransit),
    ],
  };
}

function openFolder(uid: number, mode: string): readonly BackingProblem[] {
  const others = Number(mode.at(-1));
  return [
    ...(uid === 0
      ? [
          {
            code: "DYN-STOR-009" as const,
            field: "uid",
            message: "is 0: every pod that mounts the access point writes as root",
            fix: "Set uid to 1000, the user of Dynamo's images.",
          },
        ]
      : []),
    ...(!/^[0-7]{3,4}$/.test(mode) || (others & 2) !== 0
      ? [
          {
            code: "DYN-STOR-009" as const,
            field: "directoryPerms",
            message: `must be an octal mode that does not let everybody write, got ${JSON.stringify(mode)}`,
            fix: 'Set directoryPerms to "750".',
          },
        ]
      : []),
  ];
}

function clearText(encrypted: boolean): readonly BackingProblem[] {
  if (encrypted) return [];
  const message = "is false: weights cross the network in clear text";
  return [
    {
      code: "DYN-STOR-010",
      field: "encryptInTransit",
      message,
      fix: "Leave encryptInTransit out.",
    },
  ];
}
