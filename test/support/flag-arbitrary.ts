// SPDX-License-Identifier: Apache-2.0
/** @module Random configurations and command lines that follow a flag table. */
import type { Flag, FlagTable } from "@dynamo-iac/constructs/engines";
import fc from "fast-check";

const looksLikeFlag = /^--?[A-Za-z]/;

/** A value that the program takes and that comes back from its tokens as the same value. */
export function flagValue(flag: Flag<unknown>): fc.Arbitrary<unknown> {
  const value = ofKind(flag);
  return flag.nullable === true ? fc.option(value, { nil: null, freq: 4 }) : value;
}

function ofKind(flag: Flag<unknown>): fc.Arbitrary<unknown> {
  const min = flag.min ?? (flag.above === undefined ? -1e9 : flag.above + 1);
  const max = flag.max ?? 1e12;
  const listed = fc.string({ maxLength: 8 }).filter((text) => !looksLikeFlag.test(text));
  switch (flag.kind) {
    case "switch":
      return flag.negative === undefined ? fc.constant(true) : fc.boolean();
    case "int":
      return fc.integer({ min, max });
    case "float":
      return fc.double({ min, max, noNaN: true }).map((number) => number + 0);
    case "choice":
      return fc.constantFrom(...(flag.values ?? []));
    case "ints":
      return fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 });
    case "texts":
      return fc.array(flag.repeated === true ? fc.string() : listed, {
        minLength: 1,
        maxLength: 4,
      });
    case "json": {
      const key = fc.string().filter((text) => text !== "__proto__");
      const document = fc
        .dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 })
        .map((value) => JSON.parse(JSON.stringify(value)) as unknown);
      return flag.orPath === true
        ? fc.oneof(document, fc.constantFrom("/config/a.json", "relative.yaml"))
        : document;
    }
    default:
      return fc.string({ unit: "grapheme" }).filter((text) => text !== "None");
  }
}

/** A configuration with some of the table's properties. */
export function configOf(table: FlagTable): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const rows = Object.entries(table);
  return fc
    .subarray(rows, { maxLength: Math.min(rows.length, 20) })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map(([property, flag]) => [property, flagValue(flag)]))),
    );
}

/** Tokens that no table knows: loose values, then flags with values. */
export function extraArgs(): fc.Arbitrary<readonly string[]> {
  const value = fc.string({ maxLength: 6 }).filter((text) => !looksLikeFlag.test(text));
  const flag = fc.tuple(
    fc.constantFrom("--zz-unknown", "--zz_other", "-Z", "--zz.dotted", "--zz-with=equals"),
    fc.array(value, { maxLength: 2 }),
  );
  return fc
    .tuple(fc.array(value, { maxLength: 2 }), fc.array(flag, { maxLength: 4 }))
    .map(([loose, flags]) => [...loose, ...flags.flat(2)]);
}

/** A command line as people write them: any spelling, repetitions, wrong values, references. */
export function argvOf(table: FlagTable): fc.Arbitrary<readonly string[]> {
  const word = fc.constantFrom("1", "0.5", "-3", "auto", "$(NAME)", '{"a": 1}', "", "a b", "None");
  const option = fc.constantFrom(...Object.values(table)).chain((flag) => {
    const off = flag.negative === undefined ? [] : [flag.negative];
    const spellings = [flag.flag, ...(flag.aliases ?? []), ...off];
    return fc
      .tuple(fc.constantFrom(...spellings), fc.boolean(), fc.boolean(), valuesFor(flag))
      .map(([spelling, underscores, equals, values]) => {
        const written =
          underscores && spelling.startsWith("--")
            ? `--${spelling.slice(2).replaceAll("-", "_")}`
            : spelling;
        // No program takes loose values, so a value behind "=" stands alone.
        return equals && values[0] !== undefined
          ? [`${written}=${values[0]}`]
          : [written, ...values];
      });
  });
  function valuesFor(flag: Flag<unknown>): fc.Arbitrary<string[]> {
    if (flag.kind === "switch") return fc.constant([]);
    const many = flag.kind === "texts" || flag.kind === "ints";
    const most = flag.repeated === true ? 1 : 3;
    const plain = many ? fc.array(word, { maxLength: most }) : word.map((text) => [text]);
    return flag.kind === "choice"
      ? fc.oneof(
          plain,
          fc.constantFrom(...(flag.values ?? [])).map((text) => [text]),
        )
      : plain;
  }
  return fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: option },
        { weight: 1, arbitrary: fc.constant(["--zz-unknown", "a"]) },
      ),
      {
        maxLength: 8,
      },
    )
    .map((options) => options.flat());
}
