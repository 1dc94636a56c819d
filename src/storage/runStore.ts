import type { JourneyId } from '../journey/journey.ts';
import type { RehearsalDatabase } from './database.ts';
import { inWords } from './storageError.ts';

/** Shape of what is stored. Runs can be made again, so one of another version is forgotten instead of migrated. */
const VERSION = 2;

/** The last finished run of each journey. `Run` is whatever the app keeps of one: plain data. */
export class RunStore<Run> {
  private readonly database: RehearsalDatabase;

  constructor(database: RehearsalDatabase) {
    this.database = database;
  }

  save(journey: JourneyId, run: Run): Promise<void> {
    return inWords(async () => {
      const { runs } = this.database;
      await this.database.transaction('rw', runs, () =>
        runs.put({ journeyId: journey, version: VERSION, run }),
      );
    });
  }

  load(journey: JourneyId): Promise<Run | undefined> {
    return inWords(async () => {
      const row = await this.database.runs.get(journey);
      return row?.version === VERSION ? (row.run as Run) : undefined;
    });
  }
}
