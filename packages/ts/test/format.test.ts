import { describe, expect, test } from "vitest";
import { formatAmount, formatBps, formatDuration, formatLimit, formatPower, formatShare, formatTime, parseAmount, powerOf, root } from "../src/index.js";

const iso = { decimals: 6, symbol: "ISO" };

describe("amounts", () => {
  test.each([
    ["0", "0 ISO"],
    ["1", "0.000001 ISO"],
    ["1500000", "1.5 ISO"],
    ["1234567890000", "1,234,567.89 ISO"],
    ["340282366920938463463374607431768211455", "340,282,366,920,938,463,463,374,607,431,768.211455 ISO"],
  ])("%s base units are %s", (amount, text) => {
    expect(formatAmount(amount, iso)).toBe(text);
    expect(parseAmount(text.replace(" ISO", ""), 6)).toBe(BigInt(amount));
  });

  test("a token without decimals, and one of eighteen", () => {
    expect(formatAmount(1234n, { decimals: 0 })).toBe("1,234");
    expect(formatAmount("1000000000000000001", { decimals: 18 })).toBe("1.000000000000000001");
  });

  test.each(["", " ", "-1", "1.", ".5", "1e6", "0x10", "1,2", "1.5.0", "١"])("`%s` is no amount", (text) => {
    expect(() => parseAmount(text, 6)).toThrow(RangeError);
  });

  test("a digit more than the token has is refused, not rounded", () => {
    expect(parseAmount("0.123456", 6)).toBe(123456n);
    expect(() => parseAmount("0.1234567", 6)).toThrow("more than 6 decimals");
  });
});

describe("power", () => {
  test("a hundred tokens have ten votes", () => {
    const power = powerOf("100000000", { scale: 1_000_000, floor_stake: "1000000" });
    expect(formatPower(power, { scale: 1_000_000, decimals: 6 })).toBe("10.00");
  });

  test("a token of eighteen decimals, whose K is 1", () => {
    expect(formatPower(powerOf(10n ** 20n, { scale: 1, floor_stake: 1n }), { scale: 1, decimals: 18 })).toBe("10.00");
  });

  test("digits are cut off, never rounded up", () => {
    expect(formatPower("19999999", { scale: 1_000_000, decimals: 6 })).toBe("19.99");
    expect(formatPower("9999", { scale: 1_000_000, decimals: 6 })).toBe("0.00");
    expect(formatPower("1234567890000", { scale: 1_000_000, decimals: 6 })).toBe("1,234,567.89");
  });

  // The golden vectors of `packages/core/tests/main/golden.rs`.
  test.each([
    [0n, 0n],
    [3n, 1n],
    [4n, 2n],
    [999_999_999_999n, 999_999n],
    [18_446_744_073_709_551_615n, 4_294_967_295n],
    [18_446_744_073_709_551_616n, 4_294_967_296n],
    [1n << 127n, 13_043_817_825_332_782_212n],
    [(1n << 128n) - 1n, 18_446_744_073_709_551_615n],
  ])("w(%d) = %d as the contracts have it", (stake, power) => {
    expect(powerOf(stake, { scale: 1, floor_stake: 1n })).toBe(power);
  });

  test("below the floor stake power is linear", () => {
    const curve = { scale: 1_000_000, floor_stake: "4000000" };
    expect(powerOf("4000000", curve)).toBe(2_000_000n);
    expect(powerOf("2000000", curve)).toBe(1_000_000n);
    expect(powerOf("1", curve)).toBe(0n);
  });

  test("the root is exact", () => {
    for (const n of [0n, 1n, 2n, 99n, 10n ** 18n, (1n << 100n) - 1n]) {
      expect(root(n * n)).toBe(n);
      if (n > 1n) expect(root(n * n - 1n)).toBe(n - 1n);
      expect(root(n * n + 2n * n)).toBe(n);
    }
    expect(() => root(-1n)).toThrow(RangeError);
  });
});

describe("shares", () => {
  test.each([
    [0, "0 %"],
    [1, "0.01 %"],
    [3333, "33.33 %"],
    [5000, "50 %"],
    [10_000, "100 %"],
  ])("%d basis points are %s", (bps, text) => expect(formatBps(bps)).toBe(text));

  test("an outflow cap is a share, or a count of a collection", () => {
    expect(formatLimit({ share: { bps: 500 } })).toBe("5 %");
    expect(formatLimit({ count: { count: 1 } })).toBe("1 token");
    expect(formatLimit({ count: { count: 0 } })).toBe("0 tokens");
  });

  test("a share is rounded down, and nothing of nothing is 0 %", () => {
    expect(formatShare("2", "3")).toBe("66.66 %");
    expect(formatShare(10n ** 30n - 1n, 10n ** 30n)).toBe("99.99 %");
    expect(formatShare("0", "0")).toBe("0 %");
  });
});

describe("time", () => {
  test.each([
    [0, "0 s"],
    [59, "59 s"],
    [60, "1 min"],
    [3_661, "1 h 1 min"],
    [86_400 * 2 + 3_600 * 3 + 59, "2 d 3 h"],
    [86_400 * 7 + 59, "7 d"],
  ])("%d seconds are %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  test("moments are in universal time, wherever the reader is", () => {
    expect(formatTime(0)).toBe("1970-01-01 00:00:00 UTC");
    expect(formatTime(1_764_075_909)).toBe("2025-11-25 13:05:09 UTC");
    expect(() => formatTime(300_000_000_000)).toThrow(RangeError);
  });
});
