import { HERE } from './keptElements.ts';
import { idOf, type Plain, plainIn, plainsIn, textIn } from './plain.ts';
import { roleOf } from './readStep.ts';
import type { FoundSteps } from './readSteps.ts';
import { extensionIn, isFlow, isFlowNode } from './sheet.ts';
import type { Source } from './source.ts';

/**
 * The definitions with `HERE` in place of what the steps keep themselves, for the way back; undefined: the file is ours and has nothing
 * else in it.
 */
export function documentKept(
  { definitions, process }: Source,
  { reads, others }: FoundSteps,
): Plain | undefined {
  const ours = new Set(
    reads.filter(({ elements }) => isOurs(elements[0])).flatMap(({ elements }) => elements),
  );
  const steps = new Set(reads.flatMap(({ elements }) => elements).map(idOf));
  const owned = new Set(others.map(idOf));
  const elements = plainsIn(process, 'flowElements').flatMap((element): Plain[] => {
    if (extensionIn(element, 'rehearsal:ExitRule')) return [];
    const kept = isFlow(element) ? owned.has(textIn(element, 'sourceRef') ?? '') : !isHere(element, steps);
    return kept ? [element] : [{ $type: HERE, id: idOf(element) }];
  });
  const artifacts = plainsIn(process, 'artifacts').filter((one) => !extensionIn(one, 'rehearsal:Note'));
  const roots = plainsIn(definitions, 'rootElements');
  const usual = new Set(['bpmn:Process', 'bpmn:Message']);
  const foreign =
    extensionIn(process, 'rehearsal:Journey') === undefined ||
    reads.some(({ elements: [main] }) => main !== undefined && !ours.has(main)) ||
    elements.some(({ $type }) => $type !== HERE) ||
    artifacts.length > 0 ||
    plainsIn(process, 'laneSets').length > 0 ||
    roots.some(({ $type }) => !usual.has($type));
  if (!foreign) return undefined;
  const { artifacts: _, ...rest } = process;
  const now = { ...rest, flowElements: elements, ...(artifacts.length > 0 && { artifacts }) };
  return { ...definitions, rootElements: roots.map((root) => (root === process ? now : root)) };
}

function isHere(element: Plain, steps: ReadonlySet<string>): boolean {
  return isFlowNode(element) && (steps.has(idOf(element)) || roleOf(element) !== undefined);
}

function isOurs(main: Plain | undefined): boolean {
  return (
    main !== undefined &&
    plainIn(main, 'extensionElements') !== undefined &&
    extensionIn(main, 'rehearsal:Step') !== undefined
  );
}
