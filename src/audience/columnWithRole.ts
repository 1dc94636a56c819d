import type { Audience, AudienceColumn, Role, Roles } from './audience.ts';

/** The first column that has the role; undefined when none has, or when the named column is gone. */
export function columnWithRole(
  audience: Pick<Audience, 'columns' | 'roles'>,
  role: Role,
): AudienceColumn | undefined {
  return audience.columns.find((column) => roleOf(audience.roles, column.name) === role);
}

/** Column names are people's own text: `constructor` must not find what every object inherits. */
function roleOf(roles: Roles, name: string): Role | undefined {
  return Object.hasOwn(roles, name) ? roles[name] : undefined;
}
