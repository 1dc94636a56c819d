/** What is known of a user there: attributes that are missing are no keys. */
export type User = Readonly<Record<string, unknown>>;

interface Node {
  readonly type: string;
  readonly group: string;
  readonly path: string;
  readonly operator: string;
  readonly value?: unknown;
  readonly children?: readonly Node[];
}

interface Input {
  readonly user: User;
  readonly events: readonly User[];
}

/**
 * The rule engine of the platform, written anew from what its own was seen to do: which values a path has, how each type takes them, and
 * that no value at all matches nothing but “is not set”.
 */
export function checkRule(rule: Node, input: Input): boolean {
  return check(rule, input.user, input);
}

function check(rule: Node, value: User, input: Input): boolean {
  if (rule.type !== 'wrapper') return leaf(rule, value);
  if (rule.group === 'event' && rule.path === '$.name')
    return input.events.some((event) => event['name'] === rule.value && joins(rule, event, input));
  return joins(rule, value, input);
}

function joins({ operator, children }: Node, value: User, input: Input): boolean {
  if (!children) return true;
  const passes = (child: Node) => check(child, value, input);
  if (operator === 'and') return children.every(passes);
  if (operator === 'or') return children.some(passes);
  if (operator === 'none') return !children.some(passes);
  throw new Error(`unknown operator: ${operator}`);
}

function valuesAt(path: string, value: User): readonly unknown[] {
  const name = path.startsWith('$[') ? String(JSON.parse(path.slice(2, -1))) : path.replace('$.', '');
  return Object.hasOwn(value, name) ? [value[name]] : [];
}

function leaf({ type, path, operator, value: wanted }: Node, user: User): boolean {
  const values = valuesAt(path, user);
  const text = typeof wanted === 'string' ? wanted.replaceAll('\\{{', '{{') : wanted;
  switch (type) {
    case 'boolean':
      return values.some((value) => value === true || value === 'true' || value === 1);
    case 'string': {
      const texts = values.map(String);
      if (operator === 'is set') return texts.length > 0;
      if (operator === 'is not set') return texts.length === 0;
      return texts.some((value) => comparesTexts(value, operator, String(text)));
    }
    case 'number':
      return values.some((value) => compares(Number(value), operator, Number(text)));
    case 'date':
      return values.some((value) => compares(Date.parse(String(value)), operator, Date.parse(String(text))));
    default:
      throw new Error(`unknown type: ${type}`);
  }
}

function comparesTexts(value: string, operator: string, wanted: string): boolean {
  if (operator === '=') return value === wanted;
  if (operator === 'contains') return value.includes(wanted);
  if (operator === 'starts with') return value.startsWith(wanted);
  throw new Error(`unknown operator: ${operator}`);
}

function compares(value: number, operator: string, wanted: number): boolean {
  if (operator === '=') return value === wanted;
  if (operator === '<') return value < wanted;
  if (operator === '<=') return value <= wanted;
  if (operator === '>') return value > wanted;
  if (operator === '>=') return value >= wanted;
  throw new Error(`unknown operator: ${operator}`);
}
