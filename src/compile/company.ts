import type { Journey } from '../journey/journey.ts';
import type { Problem } from '../journey/problem.ts';

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
  return problems;
}
