import { isObject } from './kept.ts';
import { STEP_TYPES } from './parcelvoy/stepMap.ts';
import type { PlatformId } from './platformId.ts';

type Value = Readonly<Record<string, unknown>>;

/** What a file is, by what only files of its kind have. It may still be damaged. */
export interface Look {
  /** An English noun phrase. */
  readonly what: string;
  /** Who can read it here; absent: nobody. */
  readonly platform?: PlatformId;
  /** What to do with it, as a clause after the noun phrase. */
  readonly todo: string;
}

const OPENING = 4000;
const BEFORE_HEADER = /^\s*(---[\s\S]*?---\s*)?((%%[^\n]*\n|accTitle[^\n]*\n)\s*)*/;
const FLOWCHART = /^(flowchart|graph)\b/;
/** Headers stand alone in their line, or with these words: so prose that begins like one is none. */
const OTHER_DIAGRAM =
  /^(sequenceDiagram|zenuml|(class|state)Diagram(-v2)?|erDiagram|requirementDiagram|gantt|pie([ \t]+(showData|title\b.*))?|mindmap|journey|timeline|kanban|gitGraph([ \t]+(LR|TB|BT))?:?|quadrantChart|C4(Context|Container|Component|Dynamic|Deployment)|(sankey|block|packet|architecture|radar|treemap|xychart)(-beta)?([ \t]+horizontal)?)\s*;?\s*(%%.*)?$/;
const BPMN = /http:\/\/www\.omg\.org\/spec\/BPMN\/20100524\/MODEL/;

function of(platform: PlatformId, name: string, what: string): Look {
  return { platform, what, todo: `choose ${name} to import it` };
}

const BPMN_LOOK = of('bpmn', 'BPMN 2.0', 'a BPMN diagram');
const MERMAID_LOOK = of('mermaid', 'Mermaid flowchart', 'a Mermaid flowchart');
const OTHER_DIAGRAM_LOOK: Look = {
  platform: 'mermaid',
  what: 'a Mermaid diagram of another kind',
  todo: 'only flowcharts can be read',
};
const DITTOFEED_LOOK = of('dittofeed', 'Dittofeed', 'a journey of Dittofeed');

/** By the first characters of what is not JSON. */
export function lookOfText(text: string): Look | undefined {
  const opening = text.slice(0, OPENING);
  if (/^\s*[{[]/.test(opening)) return undefined;
  if (BPMN.test(opening)) return BPMN_LOOK;
  const header = opening.replace(BEFORE_HEADER, '');
  if (FLOWCHART.test(header)) return MERMAID_LOOK;
  // Mermaid's reader says which it is.
  if (OTHER_DIAGRAM.test(header.split('\n', 1)[0] ?? '')) return OTHER_DIAGRAM_LOOK;
  // What Dittofeed kept in repositories before 2023; its reader says so.
  return /^definition:/m.test(opening) && /^\s+entryNode:/m.test(opening) ? DITTOFEED_LOOK : undefined;
}

/** In this order: the first that fits. */
const LOOKS: readonly (readonly [Look, (value: Value) => boolean])[] = [
  [
    {
      what: 'a journey of Rehearsal',
      todo: 'open it instead of importing it; validate, simulate and export take it as it is',
    },
    ({ format }) => format === 'rehearsal-journey',
  ],
  [
    { what: 'a rehearsal', todo: 'the app opens it and makes its run again' },
    ({ format }) => format === 'rehearsal',
  ],
  [of('klaviyo', 'Klaviyo Flows', 'a flow of Klaviyo'), isKlaviyo],
  [DITTOFEED_LOOK, isDittofeed],
  [
    { what: 'a function of PostHog’s data pipeline', todo: 'only workflows can be read' },
    ({ hog, inputs_schema }) => typeof hog === 'string' || Array.isArray(inputs_schema),
  ],
  [
    of('posthog', 'PostHog Workflows', 'a workflow of PostHog'),
    ({ actions, edges }) => Array.isArray(actions) && Array.isArray(edges),
  ],
  [of('sfmc', 'Salesforce Journey Builder', 'a journey of Salesforce Journey Builder'), isSalesforce],
  [of('mautic', 'Mautic', 'a campaign of Mautic'), isMautic],
  [{ what: 'a workflow of HubSpot', todo: 'it cannot be read here' }, (value) => 'startActionId' in value],
  [
    { what: 'a workflow of n8n', todo: 'it cannot be read here' },
    ({ nodes, connections }) => Array.isArray(nodes) && isObject(connections),
  ],
  [of('parcelvoy', 'Parcelvoy', 'a journey of Parcelvoy'), isParcelvoy],
];

/** By the keys of a JSON value, or of the first in a list. */
export function lookOfValue(value: unknown): Look | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? LOOKS.find(([, fits]) => fits(one))?.[0] : undefined;
}

/** A sentence that says what a value is instead of what `wanted` reads; undefined: that, or nothing that is known here. */
export function otherThan(wanted: PlatformId, value: unknown): string | undefined {
  const look = lookOfValue(value);
  return look && look.platform !== wanted ? `This looks like ${look.what}: ${look.todo}.` : undefined;
}

function isKlaviyo(value: Value): boolean {
  const data = isObject(value['data']) ? value['data'] : value;
  const attributes = isObject(data['attributes']) ? data['attributes'] : data;
  const definition = isObject(attributes['definition']) ? attributes['definition'] : attributes;
  return (
    data['type'] === 'flow' ||
    'entry_action_id' in definition ||
    (Array.isArray(definition['triggers']) && Array.isArray(definition['actions']))
  );
}

function isDittofeed(value: Value): boolean {
  const { definition, journeys, type } = value;
  const body = isObject(definition) ? definition : value;
  return (
    ((type === 'OptIn' || type === 'OptOut') && 'channel' in value) ||
    'entryNode' in body ||
    Array.isArray(journeys) ||
    (body !== value && 'nodes' in body) ||
    ('definition' in value && 'workspaceId' in value)
  );
}

function isSalesforce(value: Value): boolean {
  return Array.isArray(value['activities']) || typeof value['workflowApiVersion'] === 'number';
}

function isMautic(value: Value): boolean {
  const campaign = isObject(value['campaign']) ? value['campaign'] : value;
  const isCampaign =
    Array.isArray(campaign['events']) && ['canvasSettings', 'lists', 'forms'].some((key) => key in campaign);
  return isCampaign || 'campaign_event' in value || Array.isArray(value['campaign']);
}

/** A step of a newer version's type makes it no other file: most are of known types, and all have one. */
function isParcelvoy(value: Value): boolean {
  const types = Object.values(value).map((step) => (isObject(step) ? step['type'] : undefined));
  const known = types.filter((type) => STEP_TYPES.some((one) => one === type));
  return types.every((type) => typeof type === 'string') && known.length > types.length / 2;
}
