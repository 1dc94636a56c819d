import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '../../../i18n/i18n.ts';
import type { PlaybackOutcome, SimulationRequest } from '../../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { DEFAULT_SEED } from '../../../state/workspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { PlayClock } from './clock.ts';

/** As many as can be told apart on a screen, and moved 60 times a second. */
export const PLAYED_CONTACTS = 2_000;

export type Played =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly clock: PlayClock }
  /** A sentence that says why there is nothing to see. */
  | { readonly kind: 'nothing'; readonly words: string };

/** The open journey’s run, asked for once. `onChanged` is called when the journey or the audience is another than it was of. */
export function usePlayback(onChanged: () => void): Played {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [played, setPlayed] = useState<Played>({ kind: 'starting' });
  const id = useWorkspace(({ journey }) => journey?.id);
  const revision = useWorkspace((workspace) => workspace.revision);
  const audience = useWorkspace((workspace) => workspace.audience);
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const [of] = useState([id, revision, audience, calibration] as const);
  const changed = [id, revision, audience, calibration].some((now, at) => now !== of[at]);
  useEffect(() => {
    if (changed) onChanged();
  }, [changed, onChanged]);
  useEffect(() => {
    let isAsked = true;
    const { journey, policies, ports } = store.getState();
    if (!journey) return undefined;
    const [, , ofAudience, ofCalibration] = of;
    const request: SimulationRequest = {
      journey,
      audience: ofAudience,
      contacts: PLAYED_CONTACTS,
      seed: DEFAULT_SEED,
      calibration: ofCalibration,
      policies,
    };
    ports.simulator.playback(request).then(
      (outcome) => isAsked && setPlayed(playedOf(outcome, t)),
      (error: unknown) => {
        const words = wordsOf(error);
        if (isAsked) setPlayed({ kind: 'nothing', words: t('play.stopped', { words }) });
      },
    );
    return () => {
      isAsked = false;
    };
  }, [store, of, t]);
  return played;
}

function playedOf(outcome: PlaybackOutcome, t: Translate): Played {
  if (!outcome.ok)
    return { kind: 'nothing', words: t('play.blocked', { problem: outcome.problems[0]?.words ?? '' }) };
  const { playback } = outcome;
  if (playback.people.length === 0) return { kind: 'nothing', words: t('play.nobody') };
  if (playback.entryMinutes.length === 0) return { kind: 'nothing', words: t('play.nobodyEnters') };
  return { kind: 'ready', clock: new PlayClock(playback) };
}
