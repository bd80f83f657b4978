// SPDX-License-Identifier: Apache-2.0
/**
 * @module A provider that makes nothing, for Pulumi's real engine: a program of its own, served by Pulumi's SDK for providers.
 *
 * It takes every argument, answers functions from the tables of the offline plan, and makes up what only
 * the cloud knows. In a preview the engine does not ask it: what is not an argument is unknown.
 */
import { cloudAnswers } from "@dynamo-iac/clouds/plan";
import { main, type Provider } from "@pulumi/pulumi/provider";

const table = (token: string) =>
  cloudAnswers.find(({ provider }) => token.startsWith(`${provider}:`));

const context = { config: {} };

const provider: Provider = {
  version: "0.0.0",
  create: async (urn, inputs) => {
    const [, , types = "", name = ""] = urn.split("::");
    const type = types.split("$").at(-1) ?? "";
    const { id, ...values } = table(type)?.computed({ type, name, inputs }, context) ?? {};
    return { id: typeof id === "string" ? id : `${name}-id`, outs: { ...values, ...inputs } };
  },
  invoke: async (token, inputs) => {
    const answer = table(token)?.functions[token]?.(inputs, context);
    if (answer === undefined) throw new Error(`the plan has no answer to ${token}`);
    return { outputs: answer };
  },
};

void main(provider, process.argv.slice(2));
