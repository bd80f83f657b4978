// SPDX-License-Identifier: Apache-2.0
/** @module The SDK without what only debugging and a real engine need: nearly half of the time of a run. */
import type * as Pulumi from "@pulumi/pulumi";

/** A protobuf Struct, as far as it is used here. */
interface StructClass {
  new (): { toJavaScript(): unknown };
  fromJavaScript(value: unknown): object;
}

/**
 * Takes away what the SDK keeps for error messages: the stack of every error, promise and resource,
 * and the list of promises that are not kept. A run without them fails with less to say.
 *
 * @param load `require` of the program
 */
export function dropTraces(load: NodeJS.Require): void {
  Error.stackTraceLimit = 0;
  const { Resource } = load("@pulumi/pulumi") as typeof Pulumi;
  const resource = Resource as unknown as { stackTrace?: () => readonly string[] };
  if (resource.stackTrace !== undefined) resource.stackTrace = () => [];
  const debuggable = load("@pulumi/pulumi/runtime/debuggable") as {
    debuggablePromise?: (promise: unknown) => unknown;
  };
  if (debuggable.debuggablePromise !== undefined)
    debuggable.debuggablePromise = (promise) => promise;
}

/**
 * Requests stay in this process: their objects need not become protobuf and objects again.
 *
 * @param load `require` of the SDK, whose copy of protobuf it is
 */
export function keepObjects(load: NodeJS.Require): void {
  const { Struct } = load("google-protobuf/google/protobuf/struct_pb.js") as {
    readonly Struct: StructClass;
  };
  Struct.fromJavaScript = (value) => Object.assign(new Struct(), { toJavaScript: () => value });
}
