import { isObject } from '../kept.ts';

/** What a file is that is no flow, and what to do; undefined: it may be one. */
export function strangerWords(value: unknown): string | undefined {
  if (!isObject(value))
    return 'This is not a flow of Klaviyo: the file holds no object. Export the flow with its definition and open that file.';
  for (const [looks, words] of STRANGERS) if (looks(value)) return words;
  return isObject(value['data']) || Array.isArray(value['data']) ? flowWords(value['data']) : NO_FLOW;
}

const NO_FLOW =
  'This is not a flow of Klaviyo: it has no “data” with the flow’s attributes. Open the body of a request for /api/flows, or the answer to one.';

type Shape = Readonly<Record<string, unknown>>;

const other = (name: string) =>
  `This looks like a file of ${name}, not like a flow of Klaviyo. Choose ${name} to import it, or open the answer of /api/flows/ with the flow’s definition.`;

const STRANGERS: readonly (readonly [(value: Shape) => boolean, string])[] = [
  [
    (value) => value['format'] === 'rehearsal-journey',
    'This is a journey of Rehearsal already: open it as a journey instead of importing it.',
  ],
  [
    (value) => isObject(value['definition']) && isObject(value['definition']['entryNode']),
    other('Dittofeed'),
  ],
  [(value) => Array.isArray(value['journeys']) && Array.isArray(value['segments']), other('Dittofeed')],
  [(value) => Array.isArray(value['edges']) && Array.isArray(value['actions']), other('PostHog')],
  [(value) => typeof value['workflowApiVersion'] === 'number', other('Salesforce Marketing Cloud')],
  [(value) => Array.isArray(value['events']) && isObject(value['canvasSettings']), other('Mautic')],
  [(value) => Array.isArray(value['events']) && ('lists' in value || 'forms' in value), other('Mautic')],
  [(value) => 'startActionId' in value, other('HubSpot')],
  [
    (value) =>
      !('data' in value) &&
      Object.values(value).some((step) => isObject(step) && step['type'] === 'entrance'),
    other('Parcelvoy'),
  ],
  [
    (value) => Array.isArray(value['errors']) && !('data' in value),
    'This is an error that Klaviyo answered with, not a flow. Ask for the flow again.',
  ],
];

function flowWords(data: unknown): string | undefined {
  if (Array.isArray(data))
    return 'This is a list of flows or actions, which does not say how they hang together. Ask for one flow with its definition: /api/flows/ID?additional-fields[flow]=definition.';
  if (!isObject(data)) return NO_FLOW;
  const { type, attributes } = data;
  if (typeof type === 'string' && type !== 'flow')
    return `This is a “${type.slice(0, 60)}” of Klaviyo, not a flow. Ask for the flow with its definition: /api/flows/ID?additional-fields[flow]=definition.`;
  if (isObject(attributes) && (attributes['definition'] === undefined || attributes['definition'] === null))
    return 'The flow is without its definition. Ask for it with its definition: /api/flows/ID?additional-fields[flow]=definition.';
  return undefined;
}
