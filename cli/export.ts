import { exportMermaid } from '../src/exchange/mermaid/exportMermaid.ts';
import { serializeJourney } from '../src/journey/serializeJourney.ts';
import type { ExportCommand } from './arguments.ts';
import { readJourneyFile } from './readJourneyFile.ts';

/** A journey in another format, as text. */
export async function exportJourney({ file, to }: ExportCommand): Promise<string> {
  const journey = await readJourneyFile(file);
  return to === 'json' ? serializeJourney(journey) : exportMermaid(journey);
}
