import type { RunDetail } from '../../../analytics/detail.ts';
import { claimantsOf, type Credited } from '../../../analytics/attribution/pathsOfTouches.ts';
import { CHANNELS, type Channel } from '../../../journey/channels.ts';
import { stepId } from '../../../journey/ids.ts';
import { withoutStep } from '../../../journey/withoutSteps.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { COMPARED_CONTACTS, whatIf, type ShownRun } from '../shownRun.ts';

/** So many claimants are tried without being asked for. */
export const TRIED_AT_ONCE = 12;
/** With more of them each is tried on fewer contacts. */
const CONTACTS_OF_MANY = 20_000;

/** Runs of the same contacts with the same luck: as it is, without any message, and without each claimant. */
export interface LiftRuns {
  readonly base: SimulationRequest;
  readonly silent: SimulationRequest;
  /** Undefined: it cannot be switched off alone. */
  readonly without: readonly (SimulationRequest | undefined)[];
}

/** On how many contacts so many claimants are tried. */
export function contactsTried(claimants: number): number {
  return claimants > TRIED_AT_ONCE ? CONTACTS_OF_MANY : COMPARED_CONTACTS;
}

export function liftRuns(run: ShownRun, detail: RunDetail, credited: Credited): LiftRuns {
  const { claimants } = claimantsOf(detail.sends, credited);
  const most = contactsTried(claimants.length);
  const request = (change: Parameters<typeof whatIf>[1]) => whatIf(run, change, most);
  const passingBy = (id: string) => {
    const journey = withoutStep(run.request.journey, stepId(id));
    return journey && request({ journey });
  };
  const without = (claimant: string): SimulationRequest | undefined => {
    if (credited === 'channel') return request({ muted: channelsOf([claimant]) });
    if (credited === 'step') return passingBy(claimant);
    const send = detail.sends[Number(claimant)];
    const alone = detail.sends.filter(({ step }) => step === send?.step).length === 1;
    return send && alone ? passingBy(send.step) : undefined;
  };
  return {
    base: request({}),
    silent: request({ muted: channelsOf(detail.channels) }),
    without: claimants.map(without),
  };
}

export function channelsOf(names: readonly string[]): readonly Channel[] {
  return CHANNELS.filter((channel) => names.includes(channel));
}
