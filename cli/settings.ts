import type { Role, Roles } from '../src/audience/audience.ts';
import { RATE_NAMES } from '../src/compile/response/rates.ts';
import { COMMON_LIMITS, type Calibration, type CommonName } from '../src/journey/calibration.ts';
import { CHANNELS } from '../src/journey/channels.ts';
import type { Policies } from '../src/journey/policies.ts';
import { parsePolicies } from '../src/journey/readPolicies.ts';
import { probability, type Probability } from '../src/journey/units.ts';
import { problemLine } from './readJourneyFile.ts';
import { readText } from './readText.ts';
import { printable, Refusal } from './refusal.ts';

/** Small files that stand beside a journey. Everything in them must be known: a misspelt key would be ignored in silence. */
const MOST_MEGABYTES = 1;

/** `--response`: the marketer's own rates, of her e-mail, of channels, and what belongs to no channel. */
export async function readCalibration(file: string): Promise<Calibration> {
  const { channels, common, ...rates } = await readObject(file, 'opened, clicked or converted');
  return {
    ...readRates(file, rates, { of: E_MAIL_RATES, also: ['channels', 'common'] }),
    ...(channels === undefined ? {} : { channels: readChannels(file, channels) }),
    ...(common === undefined ? {} : { common: readCommon(file, common) }),
  };
}

const E_MAIL_RATES = ['opened', 'clicked', 'converted'] as const;

type Rates<N extends string> = Partial<Record<N, Probability>>;

function readRates<N extends string>(
  file: string,
  given: Record<string, unknown>,
  { of, also = [], under = '' }: { of: readonly N[]; also?: readonly string[]; under?: string },
): Rates<N> {
  const rates: Rates<N> = {};
  for (const [name, rate] of Object.entries(given)) {
    const known = of.find((one) => one === name);
    if (known === undefined)
      throw refuse(file, `“${under}${name}” is no rate; there are ${inWords([...of, ...also])}`);
    if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1))
      throw refuse(
        file,
        `“${under}${name}” is ${JSON.stringify(rate)}; it must be a number from 0 to 1, such as 0.21 for 21 %`,
      );
    rates[known] = probability(rate);
  }
  return rates;
}

function readChannels(file: string, given: unknown): NonNullable<Calibration['channels']> {
  const read = Object.entries(objectAt(file, 'channels', given)).map(([name, rates]) => {
    const channel = CHANNELS.find((one) => one === name);
    if (channel === undefined)
      throw refuse(file, `“channels.${name}” is no channel; there are ${inWords(CHANNELS)}`);
    const under = `channels.${name}`;
    return [channel, readRates(file, objectAt(file, under, rates), { of: RATE_NAMES, under: `${under}.` })];
  });
  return Object.fromEntries(read) as NonNullable<Calibration['channels']>;
}

function readCommon(file: string, given: unknown): NonNullable<Calibration['common']> {
  for (const [name, value] of Object.entries(objectAt(file, 'common', given))) {
    if (!isCommon(name))
      throw refuse(
        file,
        `“common.${name}” is no parameter; there are ${inWords(Object.keys(COMMON_LIMITS))}`,
      );
    const most = COMMON_LIMITS[name];
    if (typeof value !== 'number' || !(value >= 0 && value <= most))
      throw refuse(
        file,
        `“common.${name}” is ${JSON.stringify(value)}; it must be a number from 0 to ${most}`,
      );
  }
  return given as NonNullable<Calibration['common']>;
}

function isCommon(name: string): name is CommonName {
  return Object.hasOwn(COMMON_LIMITS, name);
}

function objectAt(file: string, place: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse(file, `“${place}” must be a JSON object`);
  return value as Record<string, unknown>;
}

/** `a, b and c` */
function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `--policies`: caps, quiet hours, budgets and rate limits. Throws a Refusal that names each place where it is damaged. */
export async function readPolicies(file: string): Promise<Policies> {
  const parsed = parsePolicies(await readText(file, MOST_MEGABYTES));
  if (parsed.ok) return parsed.policies;
  throw new Refusal(parsed.problems.map((problem) => problemLine(file, problem)).join('\n'), 1);
}

/** `--roles`: column → role, or null for a column that has none. */
export async function readRoles(file: string): Promise<ReadonlyMap<string, Role | null>> {
  const given = await readObject(file, 'column names with their roles');
  const roles = new Map<string, Role | null>();
  const columnOf = new Map<Role, string>();
  for (const [column, role] of Object.entries(given)) {
    if (role !== null && !isRole(role)) {
      const known = [...PLAIN_ROLES, 'consent:CHANNEL', 'address:CHANNEL'].join(', ');
      throw refuse(file, `column “${column}” has the role ${JSON.stringify(role)}; there are ${known}`);
    }
    const other = role === null ? undefined : columnOf.get(role);
    if (role !== null && other !== undefined) {
      throw refuse(
        file,
        `columns “${other}” and “${column}” both have the role ${role}; one column can have it`,
      );
    }
    if (role !== null) columnOf.set(role, column);
    roles.set(column, role);
  }
  return roles;
}

const PLAIN_ROLES = [
  'id',
  'zone',
  'preferredChannel',
  'tags',
  'score',
  'machineReader',
] as const satisfies readonly Role[];
const ROLES: ReadonlySet<unknown> = new Set<Role>([
  ...PLAIN_ROLES,
  ...CHANNELS.flatMap((channel): Role[] => [`consent:${channel}`, `address:${channel}`]),
]);

function isRole(role: unknown): role is Role {
  return ROLES.has(role);
}

/** Guessed roles with those that were given in their place. Refuses a column that the audience has not. */
export function mergeRoles(
  guessed: Roles,
  given: ReadonlyMap<string, Role | null>,
  where: { readonly file: string; readonly columns: readonly string[] },
): Roles {
  for (const column of given.keys()) {
    if (!where.columns.includes(column)) throw refuse(where.file, `the audience has no column “${column}”`);
  }
  const taken = new Set(given.values());
  const kept = Object.entries(guessed).filter(([column, role]) => !given.has(column) && !taken.has(role));
  const added = [...given].filter((pair): pair is [string, Role] => pair[1] !== null);
  return Object.fromEntries([...kept, ...added]);
}

async function readObject(file: string, contents: string): Promise<Record<string, unknown>> {
  const value = parse(file, await readText(file, MOST_MEGABYTES));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse(file, `it must be a JSON object of ${contents}`);
  }
  return value as Record<string, unknown>;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    throw refuse(file, 'it is not JSON');
  }
}

function refuse(file: string, words: string): Refusal {
  return new Refusal(`${printable(file)}: ${printable(words)}`, 1);
}
