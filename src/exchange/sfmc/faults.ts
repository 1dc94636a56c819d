import type { Problem } from '../../journey/problem.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { ShapedActivity, ShapedInteraction } from './shape.ts';

/** Why a file of the right shape is no whole journey: keys that stand twice, links that lead nowhere. */
export function findFaults({ activities, triggers }: ShapedInteraction): readonly Problem[] {
  const keys = new Set<string>();
  const twice = activities.flatMap(({ key }, index) => {
    const known = keys.has(key);
    keys.add(key);
    return known
      ? [fault('duplicate-key', `two activities have the key “${clip(key)}”`, `activities.${index}.key`)]
      : [];
  });
  const [, second] = triggers ?? [];
  const entries = second
    ? [fault('several-triggers', 'there is a second trigger, and a journey has one', 'triggers.1')]
    : [];
  return [
    ...twice,
    ...entries,
    ...(triggers ?? []).flatMap((trigger, index) => dangling(trigger, keys, `triggers.${index}`)),
    ...activities.flatMap((activity, index) => dangling(activity, keys, `activities.${index}`)),
    ...activities.flatMap((activity, index) => astray(activity, keys, `activities.${index}`)),
  ];
}

function dangling({ outcomes }: ShapedActivity, keys: ReadonlySet<string>, path: string): readonly Problem[] {
  return (outcomes ?? []).flatMap(({ next }, at) =>
    next && !keys.has(next)
      ? [
          fault(
            'dangling-key',
            `this leads to “${clip(next)}”, which is no activity of the file`,
            `${path}.outcomes.${at}.next`,
          ),
        ]
      : [],
  );
}

/** An engagement split that looks at a message which is not there. */
function astray(
  { configurationArguments }: ShapedActivity,
  keys: ReadonlySet<string>,
  path: string,
): readonly Problem[] {
  const key = configurationArguments?.['refActivityCustomerKey'];
  if (typeof key !== 'string' || key === '' || keys.has(key)) return [];
  const place = `${path}.configurationArguments.refActivityCustomerKey`;
  return [fault('dangling-key', `this looks at “${clip(key)}”, which is no activity of the file`, place)];
}

function fault(code: string, what: string, path: string): Problem {
  const words = `At “${path}”, ${what}. Correct the file, or export the journey there again.`;
  return { code, severity: 'error', words, values: { path }, path };
}
