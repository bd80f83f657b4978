// SPDX-License-Identifier: Apache-2.0
/** @module The Job that makes the users and switches authentication on; running it again changes nothing. */
import { shortHash } from "../../facts/index.js";
import { type RenderedObject, secretVariable } from "../rendered.js";
import { metadataOf } from "../server-objects.js";
import { restrictedContainer } from "../server-pods.js";
import { administrator, anyEndpoint } from "./client.js";
import { maintenanceResources, renderMaintenancePod } from "./maintenance-pod.js";
import { etcdPaths } from "./member-flags.js";
import { clientsUseTls, type ResolvedEtcd } from "./resolve.js";

/** Seconds for which a finished Job is kept, to be looked at. */
const keptSeconds = 86_400;

const scriptFolder = "/setup";

/** The ConfigMap with the script, and the Job that runs it; nothing without authentication. */
export function renderSetup(etcd: ResolvedEtcd): readonly RenderedObject[] {
  if (etcd.auth === undefined) return [];
  const script = setupScript(etcd);
  const spec = jobSpec(etcd);
  // A Job cannot be changed, so another one has another name.
  const hash = shortHash(script + JSON.stringify(spec));
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: metadataOf(etcd, "setup", "maintenance"),
      data: { "setup.sh": script },
    },
    {
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: metadataOf(etcd, `setup-${hash}`, "maintenance"),
      spec,
    },
  ];
}

function jobSpec(etcd: ResolvedEtcd): object {
  const { mounts, volumes } = administrator(etcd);
  const { auth } = etcd;
  const passwords =
    auth?.kind === "password"
      ? [
          secretVariable("ROOT_PASSWORD", auth.rootPassword),
          secretVariable("USER_PASSWORD", auth.password),
        ]
      : [];
  return {
    backoffLimit: 20,
    ttlSecondsAfterFinished: keptSeconds,
    template: renderMaintenancePod(etcd, {
      restartPolicy: "OnFailure",
      containers: [
        {
          name: "setup",
          image: etcd.shellImage,
          command: ["sh", `${scriptFolder}/setup.sh`],
          env: passwords,
          resources: maintenanceResources,
          volumeMounts: [{ name: "setup", mountPath: scriptFolder, readOnly: true }, ...mounts],
          ...restrictedContainer(),
        },
      ],
      volumes: [{ name: "setup", configMap: { name: `${etcd.name}-setup` } }, ...volumes],
    }),
  };
}

/**
 * The script talks to the JSON gateway, because the image of etcd has no shell that could tell a
 * failure from a user that is there already. The gateway ignores common names: once authentication
 * by certificate is on, it refuses everything, which is how the script knows that all is done.
 */
export function setupScript(etcd: ResolvedEtcd): string {
  const tls = clientsUseTls(etcd)
    ? ` --cacert ${etcdPaths.root}/ca.crt --cert ${etcdPaths.root}/tls.crt --key ${etcdPaths.root}/tls.key`
    : "";
  return `${[
    "set -eu",
    `endpoint=${anyEndpoint(etcd)}`,
    `curl="curl --silent --show-error${tls}"`,
    ...requests,
    "$curl --fail --output /dev/null --retry 150 --retry-delay 2 --retry-all-errors $endpoint/health",
    ...(etcd.auth?.kind === "password" ? logIn : stopWhenOn),
    ...users(etcd),
    "ensure enable '{}'",
    "echo 'users are set up and authentication is on'",
  ].join("\n")}\n`;
}

const requests: readonly string[] = [
  "token=",
  "",
  "# Prints the answer and behind it the status.",
  "post() {",
  `  $curl --max-time 20 \${token:+--header "Authorization: $token"} --data "$2" --write-out ' %{http_code}' "$endpoint/v3/auth/$1"`,
  "}",
  "",
  "# Fails unless it is done, now or before.",
  "ensure() {",
  '  answer=$(post "$1" "$2")',
  "  case $answer in",
  "    *' 200' | *'already exists'*) ;;",
  '    *) echo "$1: $answer" >&2; exit 1 ;;',
  "  esac",
  "}",
  "",
  "# A value between the quotes of JSON.",
  "json() {",
  "  printf '%s' \"$1\" | sed 's/\\\\/\\\\\\\\/g; s/\"/\\\\\"/g'",
  "}",
  "",
];

const stopWhenOn: readonly string[] = [
  "case $(post status '{}') in",
  "  *'CommonName of client'*) echo 'authentication is on already'; exit 0 ;;",
  "esac",
];

const logIn: readonly string[] = [
  'answer=$(post authenticate "{\\"name\\":\\"root\\",\\"password\\":\\"$(json "$ROOT_PASSWORD")\\"}")',
  "case $answer in",
  '  *\'"token"\'*) token=$(printf \'%s\' "$answer" | sed \'s/.*"token":"\\([^"]*\\)".*/\\1/\') ;;',
  "  *'authentication is not enabled'*) ;;",
  '  *) echo "authenticate: $answer" >&2; exit 1 ;;',
  "esac",
];

/** Everything below the empty key: the range from the first key to the last. */
const everything = '"key":"AA==","range_end":"AA=="';

function users({ auth }: ResolvedEtcd): readonly string[] {
  const user = auth?.user ?? "";
  const body = (name: string, password: string) =>
    auth?.kind === "password"
      ? `"{\\"name\\":\\"${name}\\",\\"password\\":\\"$(json "$${password}")\\"}"`
      : `'{"name":"${name}","options":{"no_password":true}}'`;
  return [
    `ensure user/add ${body("root", "ROOT_PASSWORD")}`,
    `ensure user/grant '{"user":"root","role":"root"}'`,
    `ensure role/add '{"name":"${user}"}'`,
    `ensure role/grant '{"name":"${user}","perm":{"permType":"READWRITE",${everything}}}'`,
    `ensure user/add ${body(user, "USER_PASSWORD")}`,
    ...(auth?.kind === "password" ? [`ensure user/changepw ${body(user, "USER_PASSWORD")}`] : []),
    `ensure user/grant '{"user":"${user}","role":"${user}"}'`,
  ];
}
