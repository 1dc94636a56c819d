import { visitAt, type Playback } from '../../../analytics/playback.ts';
import type { Followed } from './paint.ts';
import type { Picture } from './picture.ts';

/** Where a contact has been by this minute and where she will go. */
export function followedAt(playback: Playback, picture: Picture, contact: number, minute: number): Followed {
  const { visits, steps } = playback;
  const gone: number[] = [];
  const ahead: number[] = [];
  for (let row = visits.from[contact] ?? 0; row < (visits.from[contact + 1] ?? 0); row++) {
    const [step, exit] = [visits.step[row]!, visits.exit[row]!];
    if (exit < 0 || steps[step]!.targets[exit]! < 0) continue;
    (visits.leave[row]! <= minute ? gone : ahead).push(picture.offsets[step]! + exit);
  }
  const here = visitAt(playback, contact, minute);
  return { contact, gone, ahead, step: here === undefined ? -1 : visits.step[here]! };
}
