import type { AudienceSchema } from './audience.ts';

/** More than this many contacts for each value of a column, and it tells a kind of people rather than who works together. */
const MOST_OF_ONE = 50;
/** A schema lists so many values at most: there may be any number of them. */
const LISTED = 200;

/** Columns that may say which contacts are of one account: the one with the role first, then texts without a role and with many values. */
export function accountColumns({ columns, roles, rows }: AudienceSchema): readonly string[] {
  const roleOf = (name: string) => (Object.hasOwn(roles, name) ? roles[name] : undefined);
  const told = columns.filter(({ name }) => roleOf(name) === 'account');
  const others = columns.filter(({ name, values = [] }) => {
    if (roleOf(name) !== undefined || values.length < 2) return false;
    return values.length >= LISTED || rows / values.length <= MOST_OF_ONE;
  });
  return [...told, ...others].map(({ name }) => name);
}

/** The column with the role; undefined: the audience does not say it. */
export function accountColumn({ columns, roles }: AudienceSchema): string | undefined {
  return columns.find(({ name }) => Object.hasOwn(roles, name) && roles[name] === 'account')?.name;
}
