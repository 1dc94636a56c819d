import { isObject } from '../kept.ts';
import { otherThan } from '../looks.ts';

/** What a file is that is no flow, and what to do; undefined: it may be one. */
export function strangerWords(value: unknown): string | undefined {
  if (!isObject(value))
    return 'This is not a flow of Klaviyo: the file holds no object. Export the flow with its definition and open that file.';
  const other = otherThan('klaviyo', value);
  if (other !== undefined) return other;
  if (Array.isArray(value['errors']) && !('data' in value))
    return 'This is an error that Klaviyo answered with, not a flow. Ask for the flow again.';
  return isObject(value['data']) || Array.isArray(value['data']) ? flowWords(value['data']) : NO_FLOW;
}

const NO_FLOW =
  'This is not a flow of Klaviyo: it has no “data” with the flow’s attributes. Open the body of a request for /api/flows, or the answer to one.';

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
