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
  /** Its files hold all of a journey: money, rates, targets and times of the simulation as well. */
  readonly isWhole: boolean;
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
    isWhole: false,
    endings: ['.json'],
    load: async () => (await import('./dittofeed/converter.ts')).converter,
  },
  posthog: {
    name: 'PostHog Workflows',
    checked: 'rules',
    takenBy: 'POST /api/projects/:project_id/hog_flows/',
    isWhole: false,
    endings: ['.hogflow.json', '.json'],
    load: async () => (await import('./posthog/converter.ts')).converter,
  },
  klaviyo: {
    name: 'Klaviyo Flows',
    checked: 'schema',
    takenBy: 'POST https://a.klaviyo.com/api/flows, revision 2026-07-15',
    isWhole: false,
    endings: ['.klaviyo-flow.json', '.json'],
    load: async () => (await import('./klaviyo/converter.ts')).converter,
  },
  sfmc: {
    name: 'Salesforce Journey Builder',
    checked: 'rules',
    takenBy: 'POST /interaction/v1/interactions, or mcdev deploy',
    isWhole: false,
    endings: ['.journey-meta.json', '.json'],
    load: async () => (await import('./sfmc/converter.ts')).converter,
  },
  mautic: {
    name: 'Mautic',
    checked: 'rules',
    takenBy: 'POST /api/campaigns/new',
    isWhole: false,
    endings: ['.mautic-campaign.json', '.json'],
    load: async () => (await import('./mautic/converter.ts')).converter,
  },
  parcelvoy: {
    name: 'Parcelvoy',
    checked: 'schema',
    takenBy: 'PUT …/journeys/:id/steps',
    isWhole: false,
    endings: ['.parcelvoy-steps.json', '.json'],
    load: async () => (await import('./parcelvoy/converter.ts')).converter,
  },
  bpmn: {
    name: 'BPMN 2.0',
    checked: 'engine',
    takenBy: 'Any modeler or engine of BPMN 2.0: open or deploy the file there',
    isWhole: true,
    endings: ['.bpmn', '.xml'],
    load: async () => (await import('./bpmn/converter.ts')).converter,
  },
  mermaid: {
    name: 'Mermaid flowchart',
    checked: 'parser',
    takenBy: 'Any document or wiki that draws Mermaid',
    isWhole: true,
    endings: ['.mmd', '.mermaid'],
    load: async () => (await import('./mermaid/converter.ts')).converter,
  },
};

export function isPlatform(id: string): id is PlatformId {
  return Object.hasOwn(PLATFORMS, id);
}
