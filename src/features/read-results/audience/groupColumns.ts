import type { AudienceSchema } from '../../../audience/audience.ts';

/** From so many different values per contact on, a column tells single contacts apart and not groups of them. */
const NEARLY_EACH = 0.5;
/** Of a few contacts every column may have a value each. */
const FEW = 20;
/** How columns are called that say who somebody is, letters alone. */
const WHO =
  /^(e?mail|emailaddress|phone|phonenumber|mobile|mobilephone|telephone|name|(first|last|full|sur|given|family|contact|customer)name)$/;

export interface GroupColumns {
  /** Contacts can be compared by these. */
  readonly offered: readonly string[];
  /** And not by these, which would put single people into a picture. */
  readonly left: readonly string[];
}

/** Which columns part an audience into groups of contacts. */
export function groupColumns({ columns, roles, rows }: AudienceSchema): GroupColumns {
  const tellsWho = ({ name, type, distinct = 0 }: AudienceSchema['columns'][number]) => {
    const role = roles[name];
    if (role === 'id' || role?.startsWith('address:')) return true;
    if (type !== 'category') return false;
    return (
      WHO.test(name.toLowerCase().replace(/[^\p{L}]/gu, '')) || (rows >= FEW && distinct > NEARLY_EACH * rows)
    );
  };
  return {
    offered: columns.filter((column) => !tellsWho(column)).map(({ name }) => name),
    left: columns.filter(tellsWho).map(({ name }) => name),
  };
}
