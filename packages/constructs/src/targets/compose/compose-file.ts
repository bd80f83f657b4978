// SPDX-License-Identifier: Apache-2.0
/** @module The part of the Compose specification that this library writes. */

/** A duration, such as `10s`. */
export type ComposeDuration = `${number}s`;

/** A check that runs inside the container. */
export interface ComposeHealthcheck {
  readonly test: readonly string[];
  readonly interval: ComposeDuration;
  readonly timeout: ComposeDuration;
  readonly retries: number;
  /** Failures do not count during this time. @default - they count from the start */
  readonly start_period?: ComposeDuration | undefined;
}

/** A volume or a folder of the host in a service. */
export interface ComposeServiceVolume {
  readonly type: "volume" | "bind";
  /** Name of a volume, or a path of the host. */
  readonly source: string;
  readonly target: string;
  /** @default false */
  readonly read_only?: boolean | undefined;
  readonly volume?:
    | {
        /** True does not fill an empty volume with what the image has there. @default false */
        readonly nocopy?: boolean | undefined;
        /** Folder inside the volume. @default - its root */
        readonly subpath?: string | undefined;
      }
    | undefined;
}

/** A config as a file in a service. */
export interface ComposeServiceFile {
  readonly source: string;
  /** Absolute path in the container. */
  readonly target: string;
  /** Permission bits, octal. @default "0444" */
  readonly mode?: string | undefined;
}

/** GPUs that a service gets. */
export interface ComposeDeviceReservation {
  readonly driver: "nvidia";
  readonly device_ids: readonly string[];
  readonly capabilities: readonly string[];
}

/** When a service starts relative to another one. */
export interface ComposeDependency {
  readonly condition: "service_healthy" | "service_completed_successfully" | "service_started";
}

/** Both limits of one kind of resource. */
export interface ComposeUlimit {
  readonly soft: number;
  readonly hard: number;
}

/** A command at the start or the stop of a container. */
export interface ComposeHook {
  readonly command: readonly string[];
}

/** One container. */
export interface ComposeService {
  readonly image: string;
  readonly container_name?: string | undefined;
  readonly hostname?: string | undefined;
  readonly pull_policy?: "always" | "missing" | "never" | undefined;
  readonly init?: boolean | undefined;
  readonly entrypoint?: readonly string[] | undefined;
  readonly command?: readonly string[] | undefined;
  readonly working_dir?: string | undefined;
  readonly user?: string | undefined;
  readonly group_add?: readonly string[] | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[] | undefined;
  readonly ports?: readonly string[] | undefined;
  readonly network_mode?: string | undefined;
  readonly extra_hosts?: readonly string[] | undefined;
  readonly pid?: string | undefined;
  readonly ipc?: string | undefined;
  readonly privileged?: boolean | undefined;
  readonly cap_add?: readonly string[] | undefined;
  readonly cap_drop?: readonly string[] | undefined;
  readonly security_opt?: readonly string[] | undefined;
  readonly sysctls?: Readonly<Record<string, string>> | undefined;
  readonly read_only?: boolean | undefined;
  /** Size of `/dev/shm`. */
  readonly shm_size?: string | undefined;
  readonly ulimits?: Readonly<Record<string, ComposeUlimit>> | undefined;
  readonly volumes?: readonly ComposeServiceVolume[] | undefined;
  readonly configs?: readonly ComposeServiceFile[] | undefined;
  readonly deploy?:
    | {
        readonly resources: {
          readonly limits?:
            | { readonly cpus?: string | undefined; readonly memory?: string | undefined }
            | undefined;
          readonly reservations?:
            | { readonly devices: readonly ComposeDeviceReservation[] }
            | undefined;
        };
      }
    | undefined;
  readonly healthcheck?: ComposeHealthcheck | undefined;
  readonly depends_on?: Readonly<Record<string, ComposeDependency>> | undefined;
  readonly post_start?: readonly ComposeHook[] | undefined;
  readonly pre_stop?: readonly ComposeHook[] | undefined;
  readonly stdin_open?: boolean | undefined;
  readonly tty?: boolean | undefined;
  readonly restart?: "no" | "unless-stopped" | undefined;
  readonly stop_grace_period?: ComposeDuration | undefined;
}

/** A named volume. */
export interface ComposeVolume {
  readonly driver_opts?: Readonly<Record<string, string>> | undefined;
}

/** A Compose project. */
export interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes?: Readonly<Record<string, ComposeVolume>> | undefined;
  readonly configs?: Readonly<Record<string, { readonly content: string }>> | undefined;
}
