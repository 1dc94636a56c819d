import type { ColumnType, Role, Roles } from '../../audience/audience.ts';
import { PLAIN_ROLES, type PlainRole } from '../../audience/roles.ts';
import { ADDRESSED_CHANNELS, type Channel } from '../../journey/channels.ts';

/** Types of column that a plain role can be read from. */
const TYPES_OF: Readonly<Record<PlainRole, readonly ColumnType[]>> = {
  id: ['number', 'category'],
  zone: ['category'],
  preferredChannel: ['category'],
  tags: ['category'],
  score: ['number'],
  machineReader: ['boolean', 'category', 'number'],
  account: ['category', 'number'],
};

/** What a column of this type may be for. */
export function rolesFor(type: ColumnType): readonly Role[] {
  const plain = PLAIN_ROLES.filter((role) => TYPES_OF[role].includes(type));
  if (type === 'date') return plain;
  return [
    ...plain,
    ...ADDRESSED_CHANNELS.map((channel): Role => `consent:${channel}`),
    ...ADDRESSED_CHANNELS.map((channel): Role => `address:${channel}`),
  ];
}

/** A column gets a role and takes it over from the column that had it; undefined: it gets none. */
export function withRole(roles: Roles, column: string, role: Role | undefined): Roles {
  const others = Object.entries(roles).filter(([name, has]) => name !== column && has !== role);
  return Object.fromEntries(role === undefined ? others : [...others, [column, role]]);
}

export function columnOf(roles: Roles, role: Role): string | undefined {
  return Object.keys(roles).find((column) => roles[column] === role);
}

/** Addressed channels for which no column says who consents, or who has an address. */
export function channelsWithout(kind: 'consent' | 'address', roles: Roles): readonly Channel[] {
  const given = new Set(Object.values(roles));
  return ADDRESSED_CHANNELS.filter((channel) => !given.has(`${kind}:${channel}`));
}
