import type { Converter } from './contract.ts';
import type { PlatformId } from './platformId.ts';

/**
 * How far what we write was checked, and never further: `schema` against the platform's published schema, `engine` by running it in an
 * engine of that standard, `parser` by the format's own parser, `rules` against a schema of ours written from the platform's documentation.
 */
export type Checked = 'schema' | 'engine' | 'parser' | 'rules';

export interface Platform {
  readonly name: string;
  readonly checked: Checked;
  /** Where a file of it goes: the address or command that takes it, in the platform's own words. */
  readonly takenBy: string;
  /** Endings of its files, with the dot. */
  readonly endings: readonly string[];
  readonly load: () => Promise<Converter>;
}

/** What journeys can be exported to and imported from; fetched one by one when asked for. */
export const PLATFORMS: Readonly<Record<PlatformId, Platform>> = {
  dittofeed: {
    name: 'Dittofeed',
    checked: 'schema',
    takenBy:
      'PUT /api/admin/user-properties/, …/subscription-groups/, …/content/templates/, …/segments/ and …/journeys/, one request for each thing in the files',
    endings: ['.json'],
    load: async () => (await import('./dittofeed/converter.ts')).converter,
  },
};
