// SPDX-License-Identifier: Apache-2.0
/** @module Options that say which machines there are. */
import { type Pool, unlimitedMachines } from "@dynamo-iac/constructs/estimate";
import { type Capacity, findMachine, machines, nearest } from "@dynamo-iac/constructs/facts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { inputHelp } from "../inputs.js";

/** Ways in which a machine can be had. */
export const capacities = [
  "on-demand",
  "spot",
  "reserved",
  "capacity-block",
  "queued",
] as const satisfies readonly Capacity[];

const settings = ["max", "min", "zones", "capacity"] as const;

/** Adds what placement and estimate share; the values are `WorkloadOptions`. */
export function addPoolOptions(command: Command): Command {
  return command
    .argument("<path...>", inputHelp)
    .option(
      "--pool <pool>",
      "machines beside those that the manifests describe, or in place of a pool of that name: " +
        "name=TYPE[,max=N][,min=N][,zones=a+b][,capacity=HOW]; may be repeated; " +
        `max is ${unlimitedMachines} and min is 0 unless given; HOW is ${capacities.join(", ")}`,
      poolOf,
    )
    .addOption(
      new Option("--format <format>", "what to print").choices(["text", "json"]).default("text"),
    );
}

/** `h200=p5en.48xlarge,max=4` */
function poolOf(text: string, before: readonly Pool[] = []): readonly Pool[] {
  const [first = "", ...rest] = text.split(",");
  const [, name, type] = /^([^=]+)=([^=]+)$/.exec(first) ?? [];
  if (name === undefined || type === undefined)
    throw new InvalidArgumentError(
      "It starts with a name and a machine type, as h200=p5en.48xlarge.",
    );
  if (before.some((pool) => pool.name === name))
    throw new InvalidArgumentError(`There is a pool ${name} already.`);
  const machine = findMachine(type);
  if (machine === undefined) {
    const close = nearest(
      type,
      machines.map((known) => known.type),
    );
    const hint = close === undefined ? "" : ` Did you mean ${close}?`;
    throw new InvalidArgumentError(`There is no machine type ${JSON.stringify(type)}.${hint}`);
  }
  const given = settingsOf(rest);
  const { zones, capacity } = given;
  const min = count("min", given.min) ?? 0;
  const max = count("max", given.max) ?? unlimitedMachines;
  if (min > max) throw new InvalidArgumentError(`min= is at most max=, got ${min} and ${max}.`);
  const pool: Pool = {
    name,
    machine,
    min,
    max,
    zones: zones === undefined ? undefined : zoneList(zones),
    capacity: capacity === undefined ? undefined : capacityOf(capacity),
  };
  return [...before, pool];
}

type Settings = Readonly<Partial<Record<(typeof settings)[number], string>>>;

function settingsOf(texts: readonly string[]): Settings {
  const given: Partial<Record<(typeof settings)[number], string>> = {};
  for (const text of texts) {
    const [, word = text, value] = /^([^=]*)=(.*)$/.exec(text) ?? [];
    const key = settings.find((known) => known === word);
    if (key === undefined || value === undefined || value === "") {
      const close = nearest(word, settings);
      const hint = key !== undefined || close === undefined ? "" : ` Did you mean ${close}=?`;
      throw new InvalidArgumentError(
        `After the machine type come ${settings.map((known) => `${known}=`).join(", ")}; got ${JSON.stringify(text)}.${hint}`,
      );
    }
    if (given[key] !== undefined) throw new InvalidArgumentError(`${key}= is given twice.`);
    given[key] = value;
  }
  return given;
}

function count(key: string, text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,6}$/.test(text)) return text === undefined ? text : Number(text);
  throw new InvalidArgumentError(
    `${key}= is a whole number of machines, got ${JSON.stringify(text)}.`,
  );
}

function zoneList(text: string): readonly string[] {
  const zones = text.split("+");
  if (zones.every((zone) => /^[\w-]+$/.test(zone))) return zones;
  throw new InvalidArgumentError(
    `zones= is a list such as us-east-1a+us-east-1b, got ${JSON.stringify(text)}.`,
  );
}

function capacityOf(text: string): Capacity {
  const capacity = capacities.find((known) => known === text);
  if (capacity !== undefined) return capacity;
  throw new InvalidArgumentError(
    `capacity= is one of ${capacities.join(", ")}, got ${JSON.stringify(text)}.`,
  );
}
