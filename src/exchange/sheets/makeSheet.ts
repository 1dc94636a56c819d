import { findErrors } from '../../journey/errors.ts';
import { stepOf, wayOrder } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { ExportOptions, Sheeted, SheetTask } from '../../journey/portability.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { lower } from '../lower/lower.ts';
import { Portability } from '../portability.ts';
import type { Dialect, Saying, StepTask } from './dialect.ts';
import { quoted } from './phrases.ts';

/** The list of things to do that builds a journey on the dialect's platform; refused where it would have more steps than fit there. */
export function makeSheet(journey: Journey, dialect: Dialect, options: ExportOptions = {}): Sheeted {
  const errors = findErrors(journey);
  if (errors.length > 0) return { ok: false, problems: errors };
  const lowered = lower(journey, dialect.lacks);
  if (!lowered.ok) return lowered;
  const told = new Portability(journey);
  for (const { fit, step, ...remark } of lowered.remarks) told.say(fit, step, remark);
  const order = wayOrder(lowered.journey);
  const before = dialect.before(lowered.journey, told);
  const numberOf = new Map(order.map((id, index) => [id, before.length + index + 1]));
  const nameOf = (id: StepId) =>
    `${numberOf.get(id) ?? ''} ${quoted(stepOf(lowered.journey, id)?.name ?? id)}`.trim();
  const putAt = firstWays(lowered.journey, order);
  const tasks = order.flatMap((id): SheetTask[] => {
    const step = stepOf(lowered.journey, id);
    if (!step) return [];
    const source = lowered.sourceOf(id);
    const saying: Saying = { journey: lowered.journey, id, source, told, nameOf };
    const said = sayStep(step, dialect, saying);
    const ways = waysOf(step, said, dialect, saying, putAt);
    return [
      {
        id: `step:${id}`,
        step: source,
        words: said.words,
        settings: [...said.settings, ...ways],
        remarks: [...(said.remarks ?? []), ...(step.note ? [`Note: ${step.note}`] : [])],
      },
    ];
  });
  const parts = [
    { title: 'Before you start', tasks: before },
    { title: 'Entry and steps, along the way', tasks },
    { title: 'The whole journey', tasks: dialect.whole(lowered.journey, told, options.policies) },
    { title: 'Before launch', tasks: dialect.after(lowered.journey) },
  ];
  const title = `${journey.name}: build it in ${dialect.platform}`;
  return {
    ok: true,
    sheet: { title, parts: parts.filter((part) => part.tasks.length > 0) },
    fits: told.fits,
    warnings: told.warnings,
  };
}

/** Each kind is said by its own sayer of the dialect; the cast says what the record promises: kind and sayer belong together. */
function sayStep(step: Step, dialect: Dialect, saying: Saying): StepTask {
  const sayer = dialect[step.kind] as (step: Step, saying: Saying) => StepTask;
  return sayer(step, saying);
}

function waysOf(
  step: Step,
  said: StepTask,
  dialect: Dialect,
  saying: Saying,
  putAt: ReadonlyMap<StepId, string>,
) {
  const { journey, id, nameOf } = saying;
  return exitsOf(step).map((exit) => {
    const to = journey.links[id]?.[exit];
    const way = said.wayOf?.(exit) ?? 'Next';
    return {
      // Who goes a way stands under its name already.
      name: said.settings.some(({ name }) => name === way) ? `${way}, then` : way,
      value:
        to === undefined
          ? dialect.leadsNowhere
          : dialect.leadsTo({ task: nameOf(to), to, journey, isPutHere: putAt.get(to) === `${id} ${exit}` }),
    };
  });
}

/** Each task by the way at which it is put, as `step exit`: the first that comes to it when tasks are done in order. */
function firstWays(journey: Journey, order: readonly StepId[]): ReadonlyMap<StepId, string> {
  const first = new Map<StepId, string>();
  const done = new Set<StepId>();
  for (const id of order) {
    done.add(id);
    const step = stepOf(journey, id);
    for (const exit of step ? exitsOf(step) : []) {
      const to = journey.links[id]?.[exit];
      if (to !== undefined && !done.has(to) && !first.has(to)) first.set(to, `${id} ${exit}`);
    }
  }
  return first;
}
