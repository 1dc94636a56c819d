import type { Channel } from '../journey/channels.ts';

/** Roles that are not of one channel, in the order in which they are listed. */
export const PLAIN_ROLES = [
  'id',
  'zone',
  'preferredChannel',
  /** Words separated by `;`, `,` or `|`. */
  'tags',
  'score',
  /** Opens every e-mail by machine (yes/no). */
  'machineReader',
  /** The company or household that the contact is of. */
  'account',
] as const;
export type PlainRole = (typeof PLAIN_ROLES)[number];

/** What a column is for, beside being something rules can ask. */
export type Role = PlainRole | `consent:${Channel}` | `address:${Channel}`;
