import type { Role, Roles } from '../src/audience/audience.ts';
import { PLAIN_ROLES } from '../src/audience/roles.ts';
import { readCalibration as parseCalibration } from '../src/compile/response/readCalibration.ts';
import type { Calibration } from '../src/journey/calibration.ts';
import { CHANNELS } from '../src/journey/channels.ts';
import type { Policies } from '../src/journey/policies.ts';
import { parsePolicies } from '../src/journey/readPolicies.ts';
import { problemLine } from './readJourneyFile.ts';
import { readText } from './readText.ts';
import { printable, Refusal } from './refusal.ts';

/** Small files that stand beside a journey. Everything in them must be known: a misspelt key would be ignored in silence. */
const MOST_MEGABYTES = 1;

/** `--response`: the marketer's own rates, of her e-mail, of channels, and what belongs to no channel. */
export async function readCalibration(file: string): Promise<Calibration> {
  const parsed = parseCalibration(await readObject(file, 'opened, clicked or converted'));
  if (parsed.ok) return parsed.calibration;
  throw refuse(file, parsed.problem.words);
}

/** `--policies`: caps, quiet hours, budgets and rate limits. Throws a Refusal that names each place where it is damaged. */
export async function readPolicies(file: string): Promise<Policies> {
  const parsed = parsePolicies(await readText(file, MOST_MEGABYTES));
  if (parsed.ok) return parsed.policies;
  throw new Refusal(parsed.problems.map((problem) => problemLine(file, problem)).join('\n'), 1);
}

/** `--answers`: what stands in the blanks of an export, by their ids. */
export async function readAnswers(file: string): Promise<Readonly<Record<string, string>>> {
  const given = await readObject(file, 'the ids of blanks with what stands in them');
  return Object.fromEntries(
    Object.entries(given).map(([id, answer]) => {
      if (typeof answer !== 'string' && typeof answer !== 'number')
        throw refuse(file, `“${id}” is ${JSON.stringify(answer)}; an answer is a text or a number`);
      return [id, String(answer)];
    }),
  );
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
