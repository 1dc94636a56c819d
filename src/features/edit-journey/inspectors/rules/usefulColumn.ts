import type { Roles } from '../../../../audience/audience.ts';
import type { SchemaColumn } from '../ruleShapes.ts';

/** More values than these are no groups to send different things to. */
const FEW_VALUES = 20;
const TELLS_APART = /(^|[\s_-])(id|key|uuid|guid|number|no|e-?mail|phone|mobile|zip|postcode|name|address)$/i;

/** The column that a new condition begins with: one that parts contacts into groups, never one that tells them apart. */
export function usefulColumn(columns: readonly SchemaColumn[], roles: Roles): SchemaColumn | undefined {
  const asked = columns.filter(({ name }) => roles[name] === undefined && !TELLS_APART.test(name));
  const hasFew = ({ type, values }: SchemaColumn) =>
    type === 'category' && values !== undefined && values.length > 1 && values.length <= FEW_VALUES;
  return (
    asked.find(hasFew) ??
    asked.find(({ type }) => type === 'boolean') ??
    asked[0] ??
    columns.find(({ name }) => roles[name] !== 'id') ??
    columns[0]
  );
}
