import type { Report } from '../../analytics/report.ts';
import type { ColumnType } from '../../audience/audience.ts';
import type { Calibration } from '../../journey/calibration.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Policies } from '../../journey/policies.ts';

/** Everything that makes a run again, and what it came to: the content of a `.rehearsal` file (docs/rehearsal-format.md). */
export interface Rehearsal {
  readonly journey: Journey;
  readonly audience: RehearsalAudience;
  readonly contacts: number;
  readonly seed: number;
  readonly policies: Policies;
  readonly calibration: Calibration;
  readonly showFor?: number;
  readonly finishedAt: number;
  readonly report: Report;
  /** What a customer brings month by month, as far as somebody told it. */
  readonly customerWorth?: {
    readonly marginPerMonth?: number;
    readonly retention?: number;
    readonly discount?: number;
  };
}

export type RehearsalAudience =
  | { readonly kind: 'sample'; readonly rows: number }
  | {
      readonly kind: 'imported';
      readonly name: string;
      readonly rows: number;
      readonly columns: readonly {
        readonly name: string;
        readonly type: ColumnType;
        readonly role?: string;
      }[];
      readonly fingerprint: string;
    };

export const FORMAT = 'rehearsal';
export const NEWEST_VERSION = 1;
