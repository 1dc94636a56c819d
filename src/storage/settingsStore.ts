import type { RehearsalDatabase } from './database.ts';
import { inWords } from './storageError.ts';

/** Small things of this browser, by name. Whoever reads one says what it is, and copes with an older shape. */
export class SettingsStore {
  private readonly database: RehearsalDatabase;

  constructor(database: RehearsalDatabase) {
    this.database = database;
  }

  get<T>(key: string): Promise<T | undefined> {
    return inWords(async () => (await this.database.settings.get(key))?.value as T | undefined);
  }

  set(key: string, value: unknown): Promise<void> {
    return inWords(async () => {
      const { settings } = this.database;
      await this.database.transaction('rw', settings, () => settings.put({ key, value }));
    });
  }
}
