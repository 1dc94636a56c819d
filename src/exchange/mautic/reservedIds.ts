import type { StepId } from '../../journey/ids.ts';
import { NEW } from './campaign.ts';
import type { Plan, Spot, Way } from './plan.ts';

/** Ids of the first events of all steps, which others must not take; a second step with a kept id gets its own. */
export function reservedIds(
  plan: Plan,
  keptId: (step: StepId) => string | undefined,
): ReadonlyMap<StepId, string> {
  const reserved = new Map<StepId, string>();
  const taken = new Set<string>();
  const seen = new Set<Spot>();
  const open: Way['to'][] = [plan.start.to];
  const spots: Spot[] = [];
  for (let to = open.pop(); to !== undefined; to = open.pop()) {
    if (!('part' in to) || seen.has(to)) continue;
    seen.add(to);
    spots.push(to);
    open.push(...plan.waysOf(to).map(([, way]) => way.to));
  }
  const roots = spots.filter(({ index }) => index === 0).map(({ step }) => step);
  for (const step of roots) {
    const kept = keptId(step);
    if (kept === undefined || taken.has(kept)) continue;
    taken.add(kept);
    reserved.set(step, kept);
  }
  for (const step of roots) {
    if (reserved.has(step)) continue;
    let id = NEW + step;
    for (let n = 2; taken.has(id); n += 1) id = `${NEW}${step}_${n}`;
    taken.add(id);
    reserved.set(step, id);
  }
  return reserved;
}
