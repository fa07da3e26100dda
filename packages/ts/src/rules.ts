/** The rules of each class, as the mechanism has them by default. */
import type { ClassRules, Quorum, Rules } from "./generated/Proposal.types.js";

/** The defaults of the mechanism, for a day of so many seconds. */
export function standardRules(day = 86_400): Rules {
  const adaptive = (scale_bps: number): Quorum => ({ adaptive: { scale_bps } });
  const fixed = (bps: number): Quorum => ({ fixed: { bps } });
  const days = (count: number) => day * count;
  // Rounded up, so that no wait becomes nothing.
  const hours = (count: number) => Math.ceil((day * count) / 24);
  return {
    signal: of([5_000, 0, 0, 0], fixed(800), [0, days(5), 0, 0]),
    standard: of([5_000, 3_333, 100, 3], adaptive(10_000), [days(1), days(7), days(2), days(5)]),
    critical: of([6_000, 5_000, 500, 5], adaptive(15_000), [days(2), days(7), days(5), days(5)]),
    emergency: of([7_500, 5_000, 1_000, 5], fixed(2_000), [hours(1), days(1), hours(2), days(4)]),
    unattested_bps: 1_000,
    cap_bps: 300,
  };
}

type Four = [number, number, number, number];

function of([threshold_bps, stake_key_bps, stake_support_bps, head_count]: Four, quorum: Quorum, times: Four): ClassRules {
  const [delay, voting, timelock, window] = times;
  return { threshold_bps, stake_key_bps, stake_support_bps, head_count, quorum, delay, voting, timelock, window };
}
