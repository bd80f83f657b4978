// SPDX-License-Identifier: Apache-2.0
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contains,
  formatCidr,
  overlaps,
  parseCidr,
  sizeOf,
} from "../../../packages/clouds/src/addresses/index.js";
import {
  longestVpcPrefix,
  planSubnets,
  shortestVpcPrefix,
  zoneSlots,
} from "../../../packages/clouds/src/aws/network/subnet-plan.js";

const vpc = fc
  .tuple(
    fc.integer({ min: shortestVpcPrefix, max: longestVpcPrefix }),
    fc.nat({ max: 2 ** 24 - 1 }),
  )
  .map(([prefix, low]) => {
    const address = 10 * 2 ** 24 + low;
    return { prefix, base: address - (address % sizeOf(prefix)) };
  });

const read = (text: string) => {
  const found = parseCidr(text);
  if (found === undefined) throw new Error(`${text} is no block`);
  return found;
};

describe("the plan of subnets", () => {
  const all = (text: string, zones: number) => {
    const plan = planSubnets(text, zones);
    return [...plan.privateCidrs, ...plan.publicCidrs, ...plan.intraCidrs].map(read);
  };

  it("stays inside of the VPC, without overlap, and large enough for AWS", () => {
    fc.assert(
      fc.property(vpc, fc.integer({ min: 1, max: zoneSlots }), (whole, zones) => {
        const subnets = all(formatCidr(whole), zones);
        expect(subnets).toHaveLength(3 * zones);
        for (const [at, subnet] of subnets.entries()) {
          expect(contains(whole, subnet)).toBe(true);
          expect(subnet.prefix).toBeLessThanOrEqual(28);
          for (const other of subnets.slice(at + 1)) expect(overlaps(subnet, other)).toBe(false);
        }
      }),
    );
  });

  it("keeps every subnet when a zone is added", () => {
    fc.assert(
      fc.property(vpc, fc.integer({ min: 1, max: zoneSlots - 1 }), (whole, zones) => {
        const text = formatCidr(whole);
        const before = planSubnets(text, zones);
        const after = planSubnets(text, zones + 1);
        expect(after.privateCidrs.slice(0, zones)).toEqual(before.privateCidrs);
        expect(after.publicCidrs.slice(0, zones)).toEqual(before.publicCidrs);
        expect(after.intraCidrs.slice(0, zones)).toEqual(before.intraCidrs);
      }),
    );
  });

  it("leaves a /27 or more to load balancers in the smallest VPC", () => {
    expect(planSubnets(`10.0.0.0/${longestVpcPrefix}`, 1).publicCidrs).toEqual(["10.0.12.0/26"]);
  });
});
