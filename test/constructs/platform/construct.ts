// SPDX-License-Identifier: Apache-2.0
/** @module Constructs of the platform in a chart, and what they render, for tests. */
import { App, type KubeObject } from "@dynamo-iac/constructs";
import type { Container, PodSpec } from "@dynamo-iac/constructs/api";
import { Etcd, type EtcdProps, Nats, type NatsProps } from "@dynamo-iac/constructs/platform";
import { Chart } from "cdk8s";

/** A chart in the namespace `platform`, or in one that is not known. */
export function chart(namespace: string | undefined = "platform"): Chart {
  return new Chart(
    new App({ report: () => undefined }),
    "chart",
    namespace === "" ? {} : { namespace },
  );
}

export function nats(props: NatsProps = {}): Nats {
  return new Nats(chart(), "nats", props);
}

export function etcd(props: EtcdProps = {}): Etcd {
  return new Etcd(chart(), "etcd", props);
}

/** An object as plain data that tests look into. */
// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
export function written(object: KubeObject | undefined): any {
  return object?.manifest();
}

/** The pod of a StatefulSet. */
export function podOf({ statefulSet }: { readonly statefulSet: KubeObject }): PodSpec {
  return written(statefulSet).spec.template.spec;
}

/** A container of it. */
export function containerOf(
  construct: { readonly statefulSet: KubeObject },
  name: string,
): Container {
  const found = podOf(construct).containers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no container ${name}`);
  return found;
}

/** The codes of findings that nobody waived. */
export function codesOf(construct: Nats | Etcd): readonly string[] {
  return construct.findings().flatMap(({ code, waived }) => (waived === undefined ? [code] : []));
}
