import type { Translate } from '../../i18n/i18n.ts';
import type { Journey } from '../../journey/journey.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Exchange } from '../../state/exchangePort.ts';
import type { RefusedFile } from './ProblemsDialog.tsx';
import { type ReadFile, readJourneyBytes, readJourneyFile, refused, shortened } from './readJourneyFile.ts';

/** What is to be done with files that were chosen together. */
export type SortedFiles =
  | { readonly kind: 'journeys'; readonly journeys: readonly Journey[] }
  /** Its words are shown to be mended. */
  | { readonly kind: 'flowchart'; readonly text: string }
  | { readonly kind: 'rehearsal'; readonly name: string; readonly text: string }
  /** Files of one journey of another platform, as far as can be told. */
  | { readonly kind: 'foreign'; readonly files: readonly ExchangeFile[] }
  | { readonly kind: 'refused'; readonly refused: RefusedFile };

interface Named {
  readonly name: string;
  readonly read: ReadFile;
}

const MOST_FILES = 20;
/** Characters of a flowchart that a field shows without delay; what is longer is nobody's to mend by hand. */
const MOST_SHOWN = 100_000;

/** Reads files that were chosen or dropped, those in a `.zip` as if chosen together, and says what they are. Nothing else happens. */
export async function sortFiles(
  files: readonly File[],
  t: Translate,
  exchange: () => Promise<Pick<Exchange, 'unzipOf'>>,
): Promise<SortedFiles> {
  if (files.length > MOST_FILES) {
    const words = t('takeToPlatform.notRead.tooMany', { count: files.length, most: MOST_FILES });
    return refusal(files[0]?.name ?? '', refused('too-many-files', words));
  }
  const chosen = await Promise.all(
    files.map(async (file) => ({ name: file.name, read: await readJourneyFile(file, t) })),
  );
  const named = await Promise.all(
    chosen.map((one) =>
      one.read.kind === 'archive' ? unpacked(one.name, one.read.bytes) : Promise.resolve([one]),
    ),
  );
  return sorted(named.flat(), t);

  async function unpacked(archive: string, bytes: Uint8Array): Promise<readonly Named[]> {
    const unzipped = await (await exchange()).unzipOf(bytes);
    if (!unzipped.ok)
      return [{ name: archive, read: { kind: 'refused', problems: [unzipped.problem] } as const }];
    return unzipped.files.map((file) => ({
      name: file.name,
      read: readJourneyBytes(file.name, file.bytes, t),
    }));
  }
}

function sorted(files: readonly Named[], t: Translate): SortedFiles {
  const bad = files.find(({ read }) => read.kind === 'refused' || read.kind === 'archive');
  if (bad) {
    const words = t('takeToPlatform.notRead.archive', { name: shortened(bad.name) });
    return refusal(bad.name, bad.read.kind === 'refused' ? bad.read : refused('zip-in-zip', words));
  }
  const journeys = files.flatMap(({ read }) => (read.kind === 'journey' ? [read.journey] : []));
  if (journeys.length === files.length) return { kind: 'journeys', journeys };
  const [only] = files;
  if (only && files.length === 1) return sortedOne(only);
  const own = files.find(({ read }) => read.kind === 'journey' || read.kind === 'rehearsal');
  if (!own) return { kind: 'foreign', files: files.flatMap(foreignFile) };
  const words = t('takeToPlatform.notRead.mixed', { name: shortened(own.name) });
  return refusal(own.name, refused('files-mixed', words));
}

function sortedOne(file: Named): SortedFiles {
  const { name, read } = file;
  if (read.kind === 'rehearsal') return { kind: 'rehearsal', name, text: read.text };
  if (read.kind === 'flowchart' && read.text.length <= MOST_SHOWN)
    return { kind: 'flowchart', text: read.text };
  return { kind: 'foreign', files: foreignFile(file) };
}

function foreignFile({ name, read }: Named): readonly ExchangeFile[] {
  return 'text' in read ? [{ name, type: '', text: read.text }] : [];
}

function refusal(file: string, { problems }: { readonly problems: RefusedFile['problems'] }): SortedFiles {
  return { kind: 'refused', refused: { file, problems } };
}
