import type { Journey } from '../journey/journey.ts';
import type { Problem } from '../journey/problem.ts';

/** What time zones do is laid down for every quarter of an hour of a run. */
const MOST_YEARS_APART = 10;
const MOST_APART_MS = MOST_YEARS_APART * 366 * 86_400_000;

/** Why a journey cannot be in one run with those before it. */
export function companyProblems(journey: Journey, others: readonly Journey[]): Problem[] {
  const [first] = others;
  if (first === undefined) return [];
  const { settings, id } = journey;
  const problems: Problem[] = [];
  const report = (code: string, words: string, values: Record<string, string>): void => {
    problems.push({ code, severity: 'error', words, values });
  };
  if (others.some((other) => other.id === id))
    report(
      'journey-twice',
      'This journey is in the run already. Leave it out, or give its copy an id of its own.',
      { id },
    );
  if (settings.currency !== first.settings.currency)
    report(
      'currencies-differ',
      `Journeys of one run count in one currency: "${first.name}" is in ${first.settings.currency}, this one in ${settings.currency}.`,
      { name: first.name, first: first.settings.currency, own: settings.currency },
    );
  if (settings.heterogeneity !== first.settings.heterogeneity)
    report(
      'heterogeneity-differs',
      `Journeys of one run have the same people: heterogeneity is ${first.settings.heterogeneity} in "${first.name}" and ${settings.heterogeneity} here.`,
      { name: first.name, first: first.settings.heterogeneity, own: settings.heterogeneity },
    );
  const apart = Math.max(
    ...others.map((other) => Math.abs(Date.parse(other.settings.start) - Date.parse(settings.start))),
  );
  if (apart > MOST_APART_MS)
    report(
      'starts-apart',
      `Journeys of one run start at most ${MOST_YEARS_APART} years apart. Start this one nearer to "${first.name}", or run them on their own.`,
      { name: first.name, years: String(MOST_YEARS_APART) },
    );
  return problems;
}
