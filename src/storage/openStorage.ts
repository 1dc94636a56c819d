import { AudienceStore } from './audienceStore.ts';
import { openDatabase, type RehearsalDatabase } from './database.ts';
import { JourneyStore, type JourneyStoreOptions } from './journeyStore.ts';
import { RunStore, type KeptRun } from './runStore.ts';
import { SettingsStore } from './settingsStore.ts';
import { VersionStore } from './versionStore.ts';

export interface Storage<Run extends KeptRun> {
  readonly database: RehearsalDatabase;
  readonly journeys: JourneyStore;
  readonly audiences: AudienceStore;
  readonly settings: SettingsStore;
  readonly runs: RunStore<Run>;
  readonly versions: VersionStore;
}

/** Opens this browser's storage and tidies up after imports that never finished. Rejects with a `StorageError`. */
export async function openStorage<Run extends KeptRun>(
  options: JourneyStoreOptions & { readonly name?: string },
): Promise<Storage<Run>> {
  const database = await openDatabase(options.name);
  const audiences = new AudienceStore(database, options.now);
  await audiences.cleanUp();
  return {
    database,
    journeys: new JourneyStore(database, options),
    audiences,
    settings: new SettingsStore(database),
    runs: new RunStore<Run>(database),
    versions: new VersionStore(database, options.parse),
  };
}
