// SPDX-License-Identifier: Apache-2.0
/** @module The parts of Pulumi's protocol that the recorder reads. */
import type { Fields } from "../answers/answers.js";

/** A protobuf Struct. */
export interface Struct {
  toJavaScript(): Fields;
}

/** How the monitor answers. */
export type Callback = (error: unknown, response: object | undefined) => void;

/** A map of protobuf. */
interface ProtoMap<Value> {
  entries(): { next(): { done?: boolean; value: [string, Value] } };
}

/** `pulumirpc.RegisterResourceRequest` */
export interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getCustom(): boolean;
  getObject(): Struct;
  getProtect(): boolean;
  getProvider(): string;
  getDependenciesList(): readonly string[];
  getPropertydependenciesMap(): ProtoMap<{ getUrnsList(): readonly string[] }>;
  getDeletebeforereplace(): boolean;
  getIgnorechangesList(): readonly string[];
  getAdditionalsecretoutputsList(): readonly string[];
  getAliasesList(): readonly { toObject(): Fields }[];
  getImportid(): string;
  getCustomtimeouts():
    | { getCreate(): string; getUpdate(): string; getDelete(): string }
    | undefined;
  getReplaceonchangesList(): readonly string[];
  getRetainondelete(): boolean;
  getDeletedwith(): string;
}

/** `pulumirpc.ReadResourceRequest` */
export interface ReadRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getId(): string;
  getProperties(): Struct;
  getDependenciesList(): readonly string[];
}

/** `pulumirpc.ResourceInvokeRequest` */
export interface InvokeRequest {
  getTok(): string;
  getArgs(): Struct;
}

/** `pulumirpc.RegisterResourceOutputsRequest` */
export interface OutputsRequest {
  getUrn(): string;
  getOutputs(): Struct | undefined;
}

/** What the SDK calls. */
export interface Monitor {
  registerResource(request: RegisterRequest, callback: Callback): void;
  readResource(request: ReadRequest, callback: Callback): void;
  invoke(request: InvokeRequest, callback: Callback): void;
  registerResourceOutputs(request: OutputsRequest, callback: Callback): void;
}
