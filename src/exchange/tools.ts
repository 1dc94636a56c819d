import type { FactsSchema } from '../journey/facts.ts';
import type { Journey, StepId } from '../journey/journey.ts';
import type { ExchangeFile, ExportOptions } from '../journey/portability.ts';
import type { StepKind } from '../journey/steps/index.ts';
import { readFlowchart } from './mermaid/readFlowchart.ts';
import { isPlatform, PLATFORMS } from './platforms.ts';
import { readPlatformFiles } from './readPlatformFiles.ts';
import { fingerprintOf } from './rehearsal/fingerprintOf.ts';
import { readRehearsal } from './rehearsal/readRehearsal.ts';
import { writeRehearsal } from './rehearsal/writeRehearsal.ts';
import { isSheetPlatform, SHEETS } from './sheets/sheets.ts';
import { writeSheet } from './sheets/writeSheet.ts';

/** Everything that the app does with files of other programs; `schemaNow` says what columns the audience has when one is read. */
export function exchangeTools(schemaNow: () => FactsSchema | undefined) {
  return {
    writeRehearsal,
    readRehearsal,
    fingerprintOf,
    writeSheet,
    readMermaid: (text: string, kinds: Readonly<Record<StepId, StepKind>> = {}) =>
      readFlowchart(text, { schema: schemaNow(), kinds }),
    platforms: [
      ...Object.entries(PLATFORMS).map(([id, { name, checked, takenBy, isWhole }]) => ({
        id,
        name,
        checked,
        takenBy,
        isWhole,
      })),
      ...Object.entries(SHEETS).map(([id, { name, builtIn }]) => ({
        id,
        name,
        checked: 'manual' as const,
        takenBy: builtIn,
        isWhole: false,
      })),
    ],
    writeFor: async (platform: string, journey: Journey, options: ExportOptions) => {
      if (!isPlatform(platform)) throw new RangeError(`invalid platform: ${platform}`);
      return (await PLATFORMS[platform].load()).export(journey, options);
    },
    sheetFor: async (platform: string, journey: Journey, options: ExportOptions) => {
      if (!isSheetPlatform(platform)) throw new RangeError(`invalid platform: ${platform}`);
      return (await SHEETS[platform].load())(journey, options);
    },
    zipOf: async (files: readonly ExchangeFile[]) => (await import('./zipOf.ts')).zipOf(files),
    unzipOf: async (bytes: Uint8Array) => (await import('./unzipOf.ts')).unzipOf(bytes),
    readPlatformFiles: (files: readonly ExchangeFile[], { base }: { readonly base?: Journey } = {}) =>
      readPlatformFiles(files, { schema: schemaNow(), base }),
  };
}
