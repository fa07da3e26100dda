/** How figures are written for people. Amounts and power are whole numbers throughout; nothing here is a float. */
import type { Limit } from "./generated/Treasury.types.js";

/** A coin or token, as people know it. */
export interface Denomination {
  /** How many digits stand behind the point: 6 where a million base units are one. */
  decimals: number;
  /** What stands behind the figure. */
  symbol?: string;
}

/** The shape of the weight, as `voting.config` answers it. */
export interface Curve {
  /** K. */
  scale: number;
  /** m, in base units. */
  floor_stake: string | bigint;
}

/** `1234567` of 6 decimals is `1.234567`; digits are grouped, and zeros at the end left out. */
export function formatAmount(amount: string | bigint, { decimals, symbol }: Denomination): string {
  const figure = decimal(BigInt(amount), decimals);
  return symbol === undefined ? figure : `${figure} ${symbol}`;
}

/** Base units of what a person wrote: `1.5` of 6 decimals is `1500000n`. Throws where it is no such number. */
export function parseAmount(text: string, decimals: number): bigint {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text.trim().replaceAll(/(?<=\d),(?=\d{3})/g, "")) ?? [];
  if (whole === "") throw new RangeError(`\`${text}\` is not an amount`);
  if (part.length > decimals) throw new RangeError(`\`${text}\` has more than ${decimals} decimals`);
  return BigInt(whole + part.padEnd(decimals, "0"));
}

/**
 * Power in votes: one vote is the power of one whole token of stake. Two digits, rounded down.
 *
 * A hundred tokens have 10.00 votes.
 */
export function formatPower(power: string | bigint, { scale, decimals }: { scale: number; decimals: number }): string {
  const hundredths = (BigInt(power) * 100n) / root(BigInt(scale) * 10n ** BigInt(decimals));
  return `${group(hundredths / 100n)}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/** What a stake weighs if its account is attested: what the contracts compute, to the unit. */
export function powerOf(stake: string | bigint, curve: Curve): bigint {
  const [amount, floor, scale] = [BigInt(stake), BigInt(curve.floor_stake), BigInt(curve.scale)];
  return amount < floor ? (amount * root(scale * floor)) / floor : root(scale * amount);
}

/** Basis points as a percentage: `3333` is `33.33 %`. */
export function formatBps(bps: number): string {
  return `${decimal(BigInt(bps), 2)} %`;
}

/** An outflow cap: `5 %` of a coin or cw20, `1 token` of a collection. */
export function formatLimit(limit: Limit): string {
  if ("share" in limit) return formatBps(limit.share.bps);
  const { count } = limit.count;
  return `${count} ${count === 1 ? "token" : "tokens"}`;
}

/** A part of a whole as a percentage of two digits, rounded down; `0 %` of nothing. */
export function formatShare(part: string | bigint, whole: string | bigint): string {
  const all = BigInt(whole);
  return formatBps(all === 0n ? 0 : Number((BigInt(part) * 10_000n) / all));
}

const UNITS = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
] as const;

/** Seconds in their two largest units, rounded down: `2 d 3 h`. */
export function formatDuration(seconds: number): string {
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  if (first < 0) return "0 s";
  let rest = seconds;
  const parts = UNITS.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return [count, unit] as const;
  });
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(" ");
}

/** A moment in seconds since 1970, in universal time: `2026-11-25 13:05:09 UTC`. Throws past the year 9999. */
export function formatTime(seconds: number): string {
  const text = new Date(seconds * 1000).toISOString();
  if (text.length > 24) throw new RangeError(`${seconds} is no moment that is written with four digits of a year`);
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}

/** The greatest whole number whose square is not above this one. */
export function root(square: bigint): bigint {
  if (square < 0n) throw new RangeError(`${square} has no root`);
  if (square < 2n) return square;
  // Newton's method from above: it falls until it has arrived.
  let guess = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + square / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function decimal(value: bigint, decimals: number): string {
  const sign = value < 0n ? "-" : "";
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = group(BigInt(digits.slice(0, digits.length - decimals)));
  const part = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${sign}${whole}${part && `.${part}`}`;
}

function group(whole: bigint): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
