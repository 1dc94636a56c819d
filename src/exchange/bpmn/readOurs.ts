import type { ExitName } from '../../journey/journey.ts';
import { stepSchema } from '../../journey/schema.ts';
import { issueProblem } from '../../journey/schemaWords.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import type { Problem } from '../../journey/problem.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { adoptNative } from './adoptNative.ts';
import { extraOf, type KeptExtras } from './keptElements.ts';
import { openExits } from './passed.ts';
import { idOf, type Plain, textIn } from './plain.ts';
import { adopted, exitNamed } from './readBranches.ts';
import { documentationOf, type Reading, roleOf, twoWays } from './readStep.ts';
import { extensionIn } from './sheet.ts';
import type { Source } from './source.ts';
import { bodyText } from './xmlText.ts';

/** A step that we wrote, with what somebody changed of it in a modeler since: names, times, conditions, arrows. */
export function readOurs(main: Plain, source: Source): Reading {
  const parsed = stepIn(main);
  if (!parsed.ok) return parsed;
  const parts = [...source.nodes.values()].filter(
    (node) => node !== main && textIn(extensionIn(node, 'rehearsal:Part'), 'of') === idOf(main),
  );
  const elements = [main, ...parts];
  // What leads to the element that contacts come to has left the step before, even if it comes back to it.
  const inside = new Set(parts.filter((part) => roleOf(part) !== 'end').map(idOf));
  const flows = elements
    .flatMap((element) => source.outOf(element))
    .filter((flow) => !inside.has(textIn(flow, 'targetRef') ?? ''));
  const native = adoptNative(parsed.step, { main, parts, flows, source });
  const exits = new Map<ExitName, Plain>(native.exits);
  for (const flow of native.exits ? [] : flows) {
    const exit = exitOf(flow, native.step, main, parts);
    if (exit === undefined || exits.has(exit)) return twoWays(main);
    exits.set(exit, flow);
  }
  const kept = extrasOf([...elements, ...elements.flatMap((element) => source.outOf(element))]);
  return {
    ok: true,
    read: { step: native.step, elements, exits, doubts: native.doubts, ...(kept && { raw: kept }) },
  };
}

type StepIn = { readonly ok: true; readonly step: Step } | { readonly ok: false; readonly problem: Problem };

/** The step in the extension, with the name and the documentation that the element shows. */
function stepIn(main: Plain): StepIn {
  const extension = extensionIn(main, 'rehearsal:Step');
  const json = readJsonFile({ name: '', type: '', text: textIn(extension, 'json') ?? '{}' });
  if (!json.ok) return { ok: false, problem: within(main, json.problem) };
  const fields = json.value as Readonly<Record<string, unknown>>;
  const exact = typeof fields['name'] === 'string' ? fields['name'] : (textIn(main, 'name') ?? '');
  const value = { ...fields, kind: textIn(extension, 'kind'), name: adopted(exact, textIn(main, 'name')) };
  const shaped = stepSchema.safeParse(value);
  const [issue] = shaped.success ? [] : shaped.error.issues;
  if (issue) return { ok: false, problem: within(main, issueProblem(issue, value)) };
  return shaped.success
    ? { ok: true, step: withNote(shaped.data, documentationOf(main)) }
    : {
        ok: false,
        problem: within(main, { code: 'damaged-field', severity: 'error', words: '', values: {} }),
      };
}

function withNote(step: Step, shown: string | undefined): Step {
  const same = bodyText(step.note ?? '').trim() === (shown ?? '').trim();
  if (same) return step;
  const { note: _, ...rest } = step;
  return shown === undefined ? rest : { ...rest, note: shown };
}

/** Where in the file a problem of an extension is. */
export function within(element: Plain, problem: Problem): Problem {
  const path = `${idOf(element)}.extensionElements${problem.path === undefined ? '' : `.${problem.path}`}`;
  return { ...problem, words: `In the extension of “${idOf(element)}”: ${problem.words}`, path };
}

/** The exit by which an arrow leaves a step, also where somebody drew the arrow anew. */
function exitOf(flow: Plain, step: Step, main: Plain, parts: readonly Plain[]): ExitName | undefined {
  const exits = openExits(step);
  const named = exitNamed(flow);
  if (named !== undefined && exits.includes(named)) return named;
  const from = [main, ...parts].find((element) => idOf(element) === textIn(flow, 'sourceRef'));
  const role = roleOf(from);
  if (role !== undefined && exits.includes(role)) return role;
  if (from && textIn(from, 'default') === idOf(flow)) return exitsOf(step).at(-1);
  return exits.length === 1 ? exits[0] : undefined;
}

function extrasOf(elements: readonly Plain[]): KeptExtras | undefined {
  const extras = elements.flatMap((element) => {
    const extra = extraOf(element);
    return extra ? [[idOf(element), extra] as const] : [];
  });
  return extras.length > 0 ? { extras: Object.fromEntries(extras) } : undefined;
}
