import type { JourneyId } from '../journey/journey.ts';
import type { RehearsalDatabase } from './database.ts';
import { inWords } from './storageError.ts';

/** Shape of what is stored. Runs can be made again, so one of another version is forgotten instead of migrated. */
const VERSION = 2;
/** Past runs kept of each journey. */
const MOST_PAST = 20;

/** What the store knows of a run: plain data, of which a part can be worked out again. */
export interface KeptRun {
  readonly finishedAt: number;
  readonly detail?: unknown;
  readonly before?: unknown;
}

/** The last finished run of each journey as a whole, and the last ones without what is large. `Run` is whatever the app keeps of one. */
export class RunStore<Run extends KeptRun> {
  private readonly database: RehearsalDatabase;

  constructor(database: RehearsalDatabase) {
    this.database = database;
  }

  save(journey: JourneyId, run: Run): Promise<void> {
    return inWords(async () => {
      const { runs, pastRuns } = this.database;
      const { finishedAt } = run;
      const { detail: _detail, before: _before, ...past } = run;
      // The same run kept again, as after another tab took the journey, is one.
      const id = `${journey}.${finishedAt}`;
      await this.database.transaction('rw', runs, pastRuns, async () => {
        await runs.put({ journeyId: journey, version: VERSION, run });
        await pastRuns.put({ id, journeyId: journey, version: VERSION, finishedAt, run: past });
        const kept = await this.pastOf(journey);
        await pastRuns.bulkDelete(kept.slice(MOST_PAST).map((row) => row.id));
      });
    });
  }

  load(journey: JourneyId): Promise<Run | undefined> {
    return inWords(async () => {
      const row = await this.database.runs.get(journey);
      return row?.version === VERSION ? (row.run as Run) : undefined;
    });
  }

  /** Newest first, at most 20, the last one included. */
  past(journey: JourneyId): Promise<readonly Omit<Run, 'detail' | 'before'>[]> {
    return inWords(async () => {
      const rows = await this.pastOf(journey);
      return rows.flatMap(({ version, run }) =>
        version === VERSION ? [run as Omit<Run, 'detail' | 'before'>] : [],
      );
    });
  }

  private async pastOf(journey: JourneyId) {
    const rows = await this.database.pastRuns.where('journeyId').equals(journey).toArray();
    return rows.toSorted((a, b) => b.finishedAt - a.finishedAt);
  }
}
