import type { RunDetail } from '../analytics/detail.ts';
import type { Playback } from '../analytics/playback.ts';
import type { Report } from '../analytics/report.ts';
import type { SegmentFigures } from '../analytics/segmentFigures.ts';
import type { CloseUp } from '../analytics/stories/closeUp.ts';
import type { Calibration } from '../journey/calibration.ts';
import type { Channel } from '../journey/channels.ts';
import type { Journey } from '../journey/journey.ts';
import type { Policies } from '../journey/policies.ts';
import type { Problem } from '../journey/problem.ts';
import type { Rule } from '../journey/rules.ts';

export type AudienceChoice =
  | { readonly kind: 'sample'; readonly rows: number }
  /** What was opened under another revision is not opened any more: its roles were changed since. */
  | { readonly kind: 'imported'; readonly id: string; readonly revision?: number };

export interface SimulationRequest {
  readonly journey: Journey;
  readonly audience: AudienceChoice;
  readonly contacts: number;
  readonly seed: number;
  readonly calibration: Calibration;
  readonly policies: Policies;
  readonly muted?: readonly Channel[];
  readonly showFor?: number;
  readonly detailed?: boolean;
  readonly segments?: readonly Rule[];
  readonly accounts?: string;
}

export type SimulationOutcome =
  | {
      readonly ok: true;
      readonly report: Report;
      readonly detail?: RunDetail;
      readonly segments?: readonly SegmentFigures[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type PlaybackOutcome =
  | { readonly ok: true; readonly playback: Playback }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type CloseUpOutcome =
  | { readonly ok: true; readonly closeUp: CloseUp }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Progress {
  readonly share: number;
  readonly secondsLeft?: number;
  /** Parts that are run once more because a worker died; absent: none. */
  readonly repeats?: number;
}

export interface RunHandle {
  readonly done: Promise<SimulationOutcome>;
  cancel(): void;
}

export interface ComparisonHandle {
  readonly done: Promise<readonly SimulationOutcome[]>;
  cancel(): void;
}
