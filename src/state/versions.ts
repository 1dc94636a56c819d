import type { Edit } from '../journey/edits.ts';
import type { Journey, JourneyId } from '../journey/journey.ts';
import type { Ports, VersionSummary } from './ports.ts';

/** Versions of the open journey. Every action rejects with a sentence when storage does; the journey is then as it was. */
export interface VersionActions {
  /** Reads into `versions` which there are. */
  readonly listVersions: () => Promise<void>;
  /** Keeps the open journey as it is now under a name, which must not be blank. */
  readonly saveVersion: (name: string, note?: string) => Promise<void>;
  readonly renameVersion: (id: string, name: string) => Promise<void>;
  /** Resolves to what takes the removal back. */
  readonly removeVersion: (id: string) => Promise<() => Promise<void>>;
  /** One undo step: the open journey becomes what it was in that version. False when the version is gone. */
  readonly restoreVersion: (id: string) => Promise<boolean>;
}

/** What of the workspace versions are about. */
interface OpenJourney {
  readonly journey: Journey | undefined;
  readonly edit: (edit: Edit) => void;
}

interface Surroundings {
  readonly ports: Pick<Ports, 'versions'>;
  readonly get: () => OpenJourney;
  readonly set: (state: { readonly versions: readonly VersionSummary[] }) => void;
  /** Resolves when edits so far are stored, or could not be. */
  readonly settled: () => Promise<void>;
  /** The journey under the name and id with which it goes on since another tab had it; else as it is. */
  readonly asNow: (journey: Journey) => Journey;
  readonly now: () => number;
}

export function versionActions({ ports, get, set, settled, now, asNow }: Surroundings): VersionActions {
  const list = async (id: JourneyId) => {
    const versions = await ports.versions.list(id);
    if (get().journey?.id === id) set({ versions });
  };
  const open = () => {
    const { journey } = get();
    if (!journey) throw new Error('no journey is open');
    return journey;
  };
  return {
    async listVersions() {
      const asked = open();
      // Versions of a copy are there once the copy is.
      await settled();
      await list(asNow(asked).id);
    },
    async saveVersion(name, note = '') {
      const asked = open();
      await settled();
      const document = asNow(asked);
      const said = note.trim() === '' ? {} : { note: note.trim() };
      const version = { id: `v-${crypto.randomUUID()}`, journeyId: document.id, name: named(name), ...said };
      await ports.versions.save({ ...version, savedAt: now() }, document);
      await list(document.id);
    },
    async renameVersion(id, name) {
      await ports.versions.rename(id, named(name));
      await list(open().id);
    },
    async removeVersion(id) {
      const { id: of } = open();
      const putBack = await ports.versions.remove(id);
      await list(of);
      return async () => {
        await putBack();
        await list(of);
      };
    },
    async restoreVersion(id) {
      const asked = open();
      const document = await ports.versions.load(id);
      if (!document || get().journey?.id !== asNow(asked).id) return false;
      get().edit({ type: 'replace', journey: asNow(document) });
      return true;
    },
  };
}

function named(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new RangeError('invalid version name: it is blank');
  return trimmed;
}
