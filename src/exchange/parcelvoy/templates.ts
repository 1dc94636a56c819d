import type { Change } from '../../journey/steps/update.ts';
import type { RuleValue } from '../../journey/rules.ts';
import { tagColumn } from './rules.ts';

const NAME = /^[A-Za-z_]\w*$/;

/** `user.plan`, or `user.[other plan]` where the name is no word. */
function userField(column: string): string {
  return NAME.test(column) ? `user.${column}` : `user.[${column.replaceAll(']', '')}]`;
}

/** The moment in a column of the user, moved; long past where there is none, so that nobody waits for it. */
export function dateTemplate(column: string, amount: number, unit: 'minutes' | 'days'): string {
  const field = userField(column);
  const [helper, by] = amount < 0 ? ['subDate', -amount] : ['addDate', amount];
  const moved = amount === 0 ? `{{${field}}}` : `{{${helper} ${field} ${by} "${unit}"}}`;
  return `{{#if ${field}}}${moved}{{else}}1970-01-01{{/if}}`;
}

const DATE =
  /^\{\{#if user\.(\w+)\}\}\{\{(?:(addDate|subDate) )?user\.\1(?: (\d+) "minutes")?\}\}\{\{else\}\}1970-01-01\{\{\/if\}\}$/;
const PLAIN_DATE = /^\{\{\s*user\.(\w+)\s*\}\}$/;

/** What a date template asks for, as far as it is one that is written here or the plainest of others. */
export function readDateTemplate(text: string): { column: string; offsetMinutes: number } | undefined {
  const [, plain] = PLAIN_DATE.exec(text.trim()) ?? [];
  if (plain !== undefined) return { column: plain, offsetMinutes: 0 };
  const [, column, helper, by = '0'] = DATE.exec(text.trim()) ?? [];
  if (column === undefined) return undefined;
  return { column, offsetMinutes: helper === 'subDate' ? -Number(by) : Number(by) };
}

/** The template of an update: a JSON object of what changes. */
export function updateTemplate(changes: readonly Change[]): string {
  const fields = new Map<string, string>();
  let points = 0;
  for (const change of changes) {
    if (change.type === 'set') fields.set(change.column, quoted(change.value));
    else if (change.type === 'addTag') fields.set(tagColumn(change.tag), 'true');
    else if (change.type === 'removeTag') fields.set(tagColumn(change.tag), 'false');
    else if (change.type === 'suppress') fields.set(`suppressed_${change.channel}`, 'true');
    else points += change.points;
  }
  if (points !== 0)
    fields.set('score', `{{#if user.score}}{{add user.score ${points}}}{{else}}${points}{{/if}}`);
  return `{${[...fields].map(([column, value]) => `${quoted(column)}: ${value}`).join(', ')}}`;
}

/** JSON in which no text can begin a template. */
function quoted(value: RuleValue): string {
  return JSON.stringify(value).replaceAll('{{', '\\u007b\\u007b');
}

/** The changes that a template without anything to fill in makes; undefined: it cannot be known before it is filled in. */
export function readUpdateTemplate(template: string): readonly Change[] | undefined {
  if (template.includes('{{')) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(template.trim() === '' ? '{}' : template);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  const changes = Object.entries(read).map(([column, value]): Change | undefined =>
    isRuleValue(value) ? { type: 'set', column, value } : undefined,
  );
  const known = changes.filter((change) => change !== undefined);
  return known.length === changes.length ? known : undefined;
}

function isRuleValue(value: unknown): value is RuleValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
