import { uuidOf } from './hashed.ts';

/** A node of the platform's rule tree. */
export interface PlatformRule {
  readonly uuid: string;
  readonly parent_uuid?: string;
  readonly type: 'wrapper' | 'string' | 'number' | 'boolean' | 'date';
  readonly group: 'user' | 'event' | 'parent';
  readonly path: string;
  readonly operator: string;
  readonly value?: string | number | boolean;
  readonly children?: readonly PlatformRule[];
}

/** The same without what makes it one in a tree. */
export interface Unplaced extends Omit<PlatformRule, 'uuid' | 'parent_uuid' | 'children'> {
  readonly children?: readonly Unplaced[];
}

/** Gives every node its UUID, which follows from where it stands: `place` is unlike that of every other rule of the journey. */
export function placed(rule: Unplaced, place: string, parent?: string): PlatformRule {
  const uuid = uuidOf(place);
  const { children, ...rest } = rule;
  return {
    uuid,
    ...(parent !== undefined && { parent_uuid: parent }),
    ...rest,
    ...(children && { children: children.map((child, index) => placed(child, `${place}/${index}`, uuid)) }),
  };
}

export function joined(operator: 'and' | 'or' | 'none', children: readonly Unplaced[]): Unplaced {
  return { type: 'wrapper', group: 'parent', path: '$', operator, children };
}

export const ALWAYS = joined('and', []);

/** Whether the user has ever had the event, with all of these conditions on it. An operator of `=` would end the journey there. */
export function happened(event: string, conditions: readonly Unplaced[] = []): Unplaced {
  return {
    type: 'wrapper',
    group: 'event',
    path: '$.name',
    operator: 'and',
    value: event,
    children: conditions,
  };
}

export const CAMPAIGN_PATH = '$.campaign_id';

/** Of an event: that it came from one of these campaigns. */
export function fromCampaigns(campaigns: readonly number[]): Unplaced {
  const [only, ...others] = campaigns.map((value): Unplaced => {
    return { type: 'number', group: 'event', path: CAMPAIGN_PATH, operator: '=', value };
  });
  return only && others.length === 0 ? only : joined('or', only ? [only, ...others] : []);
}

/** Where a user keeps what we call a column. */
export function pathOf(column: string): string {
  return /^[A-Za-z_]\w*$/.test(column) ? `$.${column}` : `$[${JSON.stringify(column)}]`;
}

/** The server fills in templates in a value; a text that only looks like one stays as it is. */
export function literal<V extends string | number | boolean>(value: V): V | string {
  return typeof value === 'string' ? value.replaceAll('{{', '\\{{') : value;
}
