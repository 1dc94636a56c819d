import { basename } from 'node:path';
import { fileNameOf } from '../src/exchange/fileNameOf.ts';
import { readPlatformFiles } from '../src/exchange/readPlatformFiles.ts';
import { serializeJourney } from '../src/journey/serializeJourney.ts';
import type { ImportCommand } from './arguments.ts';
import type { Told } from './export.ts';
import { columnsNote, settingsNote, strangerWarning } from './importRemarks.ts';
import { problemLine, readJourneyFile } from './readJourneyFile.ts';
import { readText } from './readText.ts';
import { Refusal } from './refusal.ts';
import { writeFiles } from './writeFiles.ts';

const MOST_MEGABYTES = 32;
const MOST_LINES = 20;

/** The journey in a platform's files, as Rehearsal's own file. Throws a Refusal that names each place that cannot be read. */
export async function importJourney({ files, from, onto, out }: ImportCommand): Promise<Told> {
  const base = onto === undefined ? undefined : await readJourneyFile(onto);
  const texts = await Promise.all(
    files.map(async (file) => ({
      name: basename(file),
      type: '',
      text: await readText(file, MOST_MEGABYTES),
    })),
  );
  const read = await readPlatformFiles(texts, { base }, from);
  const named = files.join(', ');
  if (!read.ok)
    throw new Refusal(
      read.problems
        .slice(0, MOST_LINES)
        .map((problem) => problemLine(named, problem))
        .join('\n'),
      1,
    );
  const { journey, warnings, platform } = read;
  const remarks = [
    `read as: ${platform}`,
    ...warnings.map((warning) => `warning: ${problemLine(named, warning, journey)}`),
    ...columnsNote(journey),
    ...(base && onto !== undefined ? strangerWarning(journey, base, onto) : settingsNote(read)),
  ];
  const text = serializeJourney(journey);
  if (out === undefined) return { text, remarks };
  const name = fileNameOf(journey.name, '.journey.json');
  const written = await writeFiles(
    [{ name, type: 'application/json', text }],
    out,
    onto === undefined ? files : [...files, onto],
  );
  return { text: '', remarks: [...remarks, ...written.map((path) => `written: ${path}`)] };
}
