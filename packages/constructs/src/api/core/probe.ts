// SPDX-License-Identifier: Apache-2.0
/** @module Probes and life-cycle hooks of a container. */
import { z } from "zod";
import { int32, int64, intOrString, list } from "./field.js";

const execActionSchema = z.strictObject({
  /** Command and arguments, without a shell. */
  command: list(z.string()).optional(),
});
/** Runs a command in the container. */
export interface ExecAction extends Readonly<z.infer<typeof execActionSchema>> {}
const execAction: z.ZodType<ExecAction> = execActionSchema;

const nameValueSchema = z.strictObject({
  /** Name. */
  name: z.string(),
  /** Value. */
  value: z.string(),
});
/** A name with a value: an HTTP header or a sysctl. */
export interface NameValue extends Readonly<z.infer<typeof nameValueSchema>> {}
export const nameValue: z.ZodType<NameValue> = nameValueSchema;

const httpGetActionSchema = z.strictObject({
  /** Host to ask. @default - the pod's IP */
  host: z.string().optional(),
  /** Request headers. */
  httpHeaders: list(nameValue).optional(),
  /** Path. @default "/" */
  path: z.string().optional(),
  /** Port by number (1 to 65535) or by name. */
  port: intOrString,
  /** `HTTP` or `HTTPS`. @default "HTTP" */
  scheme: z.string().optional(),
});
/** Sends an HTTP GET; 200 to 399 is success. */
export interface HttpGetAction extends Readonly<z.infer<typeof httpGetActionSchema>> {}
const httpGetAction: z.ZodType<HttpGetAction> = httpGetActionSchema;

const tcpSocketActionSchema = z.strictObject({
  /** Host to connect to. @default - the pod's IP */
  host: z.string().optional(),
  /** Port by number (1 to 65535) or by name. */
  port: intOrString,
});
/** Opens a TCP connection. */
export interface TcpSocketAction extends Readonly<z.infer<typeof tcpSocketActionSchema>> {}
const tcpSocketAction: z.ZodType<TcpSocketAction> = tcpSocketActionSchema;

const grpcActionSchema = z.strictObject({
  /** Port, 1 to 65535. */
  port: int32,
  /** Service name in the health request. @default "" */
  service: z.string().optional(),
});
/** Calls the gRPC health service. */
export interface GrpcAction extends Readonly<z.infer<typeof grpcActionSchema>> {}
const grpcAction: z.ZodType<GrpcAction> = grpcActionSchema;

const probeSchema = z.strictObject({
  /** Runs a command. */
  exec: execAction.optional(),
  /** Failures in a row that count as failed. @default 3 */
  failureThreshold: int32.optional(),
  /** Calls the gRPC health service. */
  grpc: grpcAction.optional(),
  /** Sends an HTTP GET. */
  httpGet: httpGetAction.optional(),
  /** Seconds after container start before the first probe. @default 0 */
  initialDelaySeconds: int32.optional(),
  /** Seconds between probes. @default 10 */
  periodSeconds: int32.optional(),
  /** Successes in a row that count as healthy. @default 1 */
  successThreshold: int32.optional(),
  /** Opens a TCP connection. */
  tcpSocket: tcpSocketAction.optional(),
  /** Seconds between the stop signal and the kill after a failed probe. @default - the pod's value */
  terminationGracePeriodSeconds: int64.optional(),
  /** Seconds until a probe counts as failed. @default 1 */
  timeoutSeconds: int32.optional(),
});
/** A periodic health question to a container. */
export interface Probe extends Readonly<z.infer<typeof probeSchema>> {}
export const probe: z.ZodType<Probe> = probeSchema;

const sleepActionSchema = z.strictObject({
  /** Seconds. */
  seconds: int64,
});
/** Waits. */
export interface SleepAction extends Readonly<z.infer<typeof sleepActionSchema>> {}
const sleepAction: z.ZodType<SleepAction> = sleepActionSchema;

const lifecycleHandlerSchema = z.strictObject({
  /** Runs a command. */
  exec: execAction.optional(),
  /** Sends an HTTP GET. */
  httpGet: httpGetAction.optional(),
  /** Waits. */
  sleep: sleepAction.optional(),
  /** Not supported any more. */
  tcpSocket: tcpSocketAction.optional(),
});
/** What a hook does; exactly one field is set. */
export interface LifecycleHandler extends Readonly<z.infer<typeof lifecycleHandlerSchema>> {}
const lifecycleHandler: z.ZodType<LifecycleHandler> = lifecycleHandlerSchema;

const lifecycleSchema = z.strictObject({
  /** Right after the container was created. */
  postStart: lifecycleHandler.optional(),
  /** Before the container is stopped. */
  preStop: lifecycleHandler.optional(),
  /** Signal that stops the container. @default - the image's, else SIGTERM */
  stopSignal: z.string().optional(),
});
/** Hooks of a container. */
export interface Lifecycle extends Readonly<z.infer<typeof lifecycleSchema>> {}
export const lifecycle: z.ZodType<Lifecycle> = lifecycleSchema;
