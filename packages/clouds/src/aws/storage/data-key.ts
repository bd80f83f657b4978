// SPDX-License-Identifier: Apache-2.0
/** @module The key of a store of data: the one that was given, or one of its own. */
import { type CustomResourceOptions, type Output, output } from "@pulumi/pulumi";
import type { Removal } from "../component-props.js";
import { EncryptionKey, type ServiceRole } from "../encryption-key.js";
import type { StorageProps } from "./props.js";

/** Makes the key, unless one was given. It is kept as long as the data. */
export function dataKey(
  name: string,
  what: string,
  region: string,
  { keyArn, removal, tags }: Pick<StorageProps, "keyArn" | "tags"> & { readonly removal: Removal },
  child: CustomResourceOptions,
  serviceRoles: readonly ServiceRole[] = [],
): Output<string> {
  if (keyArn !== undefined) return output(keyArn);
  const purpose = `${what} ${name}`;
  return new EncryptionKey(name, { region, purpose, serviceRoles, removal, tags }, child).keyArn;
}
