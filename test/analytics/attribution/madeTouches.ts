import type { TouchedRun } from '../../../src/analytics/attribution/attributionWork.ts';
import { draw } from '../../../src/engine/random.ts';
import { GROUPS, TOUCH, type PathCounts } from '../../../src/engine/results.ts';

const SEED = 1;
const DAY = 1440;
const SENDS = [
  { step: 'welcome', channel: 'email', opensReported: true },
  { step: 'remind', channel: 'sms', opensReported: false },
  { step: 'nudge', channel: 'push', opensReported: false },
];

/** A run of so many conversions with none to five deliveries each, most of them of the first message; as many contacts again who do not buy. */
export function madeTouches(conversions: number): TouchedRun {
  const counts = Array.from({ length: conversions }, (_, row) => draw(SEED, 1, row, 0) % 6);
  const from = new Uint32Array(conversions + 1);
  counts.forEach((count, row) => (from[row + 1] = from[row]! + count));
  const touches = from[conversions]!;
  const contacts = new Float64Array(GROUPS);
  for (let contact = 0; contact < 2 * conversions; contact++)
    contacts[draw(SEED, 0x6772_6f75, contact, 0) >>> 25]!++;
  const touchMinute = new Int32Array(touches);
  counts.forEach((count, row) => {
    for (let touch = 0; touch < count; touch++)
      touchMinute[from[row]! + touch] = (30 - 5 * (count - touch)) * DAY;
  });
  const nothing: PathCounts = {
    from: Uint32Array.of(0),
    send: new Uint16Array(0),
    times: new Float64Array(0),
  };
  const others = {
    from: Uint32Array.of(0, 1, 3),
    send: Uint16Array.of(0, 1, 2),
    times: Float64Array.of(0.7 * conversions, 0.3 * conversions),
  };
  return {
    touches: {
      contact: Uint32Array.from({ length: conversions }, (_, row) => 2 * row),
      minute: new Int32Array(conversions).fill(30 * DAY),
      valueMinor: Float64Array.from(
        { length: conversions },
        (_, row) => 1_000 + (draw(SEED, 2, row, 0) % 9_000),
      ),
      from,
      send: Uint16Array.from({ length: touches }, (_, touch) => Math.min(draw(SEED, 3, touch, 0) % 5, 2)),
      kind: new Uint8Array(touches).fill(TOUCH.delivered),
      touchMinute,
      without: { clicked: nothing, seen: others, delivered: others },
    },
    sends: SENDS,
    seed: SEED,
    minorPerUnit: 100,
    contacts,
    factor: 1,
  };
}
