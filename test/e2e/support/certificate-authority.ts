// SPDX-License-Identifier: Apache-2.0
/** @module Does what cert-manager would do with our Certificate objects, with openssl and for loopback. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The Secret of a certificate. */
export type CertificateSecret = Readonly<Record<"ca.crt" | "tls.crt" | "tls.key", string>>;

/** What of a Certificate object counts here. */
interface CertificateSpec {
  readonly secretName: string;
  readonly commonName: string;
  readonly dnsNames?: readonly string[];
  readonly usages: readonly string[];
  readonly isCA?: boolean;
}

const usageNames: Readonly<Record<string, string>> = {
  "server auth": "serverAuth",
  "client auth": "clientAuth",
};

/** An authority with a key of its own. */
export class CertificateAuthority {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the root. */
  static async create(folder: string): Promise<CertificateAuthority> {
    mkdirSync(folder, { recursive: true });
    const authority = new CertificateAuthority(folder);
    const self = ["-x509", "-days", "2", "-addext", "basicConstraints=critical,CA:TRUE"];
    await authority.#openssl(
      "req",
      ...newKey("ca.key"),
      ...self,
      "-subj",
      "/CN=root",
      "-out",
      "ca.crt",
    );
    return authority;
  }

  /** Signs for every Certificate among the objects but the root; the Secrets by name. Here pods are `localhost`. */
  async secretsOf(
    objects: readonly object[],
  ): Promise<Readonly<Record<string, CertificateSecret>>> {
    const secrets: Record<string, CertificateSecret> = {};
    for (const object of objects) {
      const { kind, spec } = object as { readonly kind: string; readonly spec: CertificateSpec };
      if (kind !== "Certificate" || spec.isCA === true) continue;
      const names = spec.dnsNames === undefined ? [] : [...spec.dnsNames, "localhost"];
      secrets[spec.secretName] = await this.sign(spec.commonName, spec.usages, names);
    }
    return secrets;
  }

  /** One certificate; the address of loopback is added, because no DNS knows the pods here. */
  async sign(
    commonName: string,
    usages: readonly string[],
    dnsNames: readonly string[] = [],
  ): Promise<CertificateSecret> {
    const names = [...dnsNames.map((name) => `DNS:${name}`), "IP:127.0.0.1"];
    const extended = usages.flatMap((usage) => usageNames[usage] ?? []);
    const extensions = `subjectAltName=${names.join(",")}\nextendedKeyUsage=${extended.join(",")}\n`;
    writeFileSync(join(this.#folder, "extensions"), extensions);
    await this.#openssl(
      "req",
      ...newKey("leaf.key"),
      "-subj",
      `/CN=${commonName}`,
      "-out",
      "leaf.csr",
    );
    const root = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial"];
    const leaf = ["-in", "leaf.csr", "-extfile", "extensions", "-days", "1", "-out", "leaf.crt"];
    await this.#openssl("x509", "-req", ...root, ...leaf);
    return {
      "ca.crt": this.#read("ca.crt"),
      "tls.crt": this.#read("leaf.crt"),
      "tls.key": this.#read("leaf.key"),
    };
  }

  async #openssl(...args: readonly string[]): Promise<void> {
    await run("openssl", args, { cwd: this.#folder });
  }

  #read(name: string): string {
    return readFileSync(join(this.#folder, name), "utf8");
  }
}

function newKey(file: string): readonly string[] {
  return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", file];
}
