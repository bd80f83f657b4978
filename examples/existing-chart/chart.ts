// A team's own chart, as it was before Dynamo: a namespace and a quota.
import { ApiObject, Chart, type ChartProps } from "cdk8s";
import type { Construct } from "constructs";

/** What the team's platform gives to each product. */
export class ProductChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps & { readonly gpus: number }) {
    super(scope, id, props);
    new ApiObject(this, "namespace", {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: props.namespace ?? id },
    });
    new ApiObject(this, "quota", {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "gpus" },
      spec: { hard: { "requests.nvidia.com/gpu": String(props.gpus) } },
    });
  }
}
