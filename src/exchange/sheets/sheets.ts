import type { Journey } from '../../journey/journey.ts';
import type { ExportOptions, Sheeted } from '../../journey/portability.ts';

export interface SheetPlatform {
  readonly name: string;
  /** Where on the platform it is built, in its own words. */
  readonly builtIn: string;
  readonly load: () => Promise<(journey: Journey, options?: ExportOptions) => Sheeted>;
}

/** Platforms that take no file: what is made for them is a list of things to do. */
export const SHEETS = {
  braze: {
    name: 'Braze',
    builtIn: 'Messaging > Canvas',
    load: async () => (await import('./braze/sheetForBraze.ts')).sheetForBraze,
  },
  hubspot: {
    name: 'HubSpot',
    builtIn: 'Automations > Workflows',
    load: async () => (await import('./hubspot/sheetForHubspot.ts')).sheetForHubspot,
  },
  marketo: {
    name: 'Marketo Engage',
    builtIn: 'Marketing Activities',
    load: async () => (await import('./marketo/sheetForMarketo.ts')).sheetForMarketo,
  },
} as const satisfies Record<string, SheetPlatform>;

export type SheetPlatformId = keyof typeof SHEETS;

export function isSheetPlatform(id: string): id is SheetPlatformId {
  return Object.hasOwn(SHEETS, id);
}
