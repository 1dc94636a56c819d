import type { Journey } from '../../journey/journey.ts';
import { diagramOf } from './diagram.ts';
import type { DrawnSheet } from './drawSheet.ts';
import { fileId, processId } from './ids.ts';
import { definitionsKept, extrasFor, othersKept, processOf, withExtra } from './keptElements.ts';
import { idsIn, withKeptShapes } from './keptShapes.ts';
import { isSomething, notDrawn, type NotDrawn, stillWhole } from './notDrawn.ts';
import { drawNotes } from './notes.ts';
import { documentation } from './pen.ts';
import { idOf, type Plain, plainIn, plainsIn } from './plain.ts';
import { extended, extensionIn } from './sheet.ts';
import { attributeText, jsonText } from './xmlText.ts';

const TARGET = 'https://rehearsal.example/journeys';

/** The whole file: what another tool's file said around the steps, if the journey came from one, else our own frame. */
export function definitionsOf(journey: Journey, drawn: DrawnSheet): Plain {
  const extras = extrasFor(journey);
  const others = stillWhole(othersKept(journey), drawn);
  const elements = drawn.sheet
    .elements(others)
    .map((element) => withExtra(element, extras.get(idOf(element))));
  const kept = definitionsKept(journey);
  const frame = kept ?? ownFrame(journey);
  const before = processOf(frame);
  const isForeign = (process: Plain) => kept !== undefined && !extensionIn(process, 'rehearsal:Journey');
  if (!before) return frame;
  const notes = drawNotes(journey, drawn.sheet);
  const said = notDrawn(journey, drawn);
  const process = {
    ...(isForeign(before) && !saysMore(journey, said) ? before : withJourney(before, journey, said)),
    flowElements: inTheirPlaces(plainsIn(before, 'flowElements'), [...others, ...elements]),
    ...withNotes(before, notes),
  };
  const roots = plainsIn(frame, 'rootElements');
  const known = new Set(roots.map(idOf));
  const messages = drawn.sheet.messages.filter((message) => !known.has(idOf(message)));
  const asKept = kept !== undefined && drawn.asKept && notes.length === 0;
  return {
    ...frame,
    rootElements: roots.flatMap((root) => (root === before ? [...messages, process] : [root])),
    diagrams: asKept
      ? plainsIn(frame, 'diagrams')
      : [
          withKeptShapes(
            diagramOf(journey.id, idOf(process), [...process.flowElements, ...notes], drawn.sheet.places),
            plainsIn(frame, 'diagrams')[0],
            new Set([...others, ...roots, ...plainsIn(before, 'artifacts')].flatMap(idsIn)),
          ),
          ...plainsIn(frame, 'diagrams').slice(1),
        ],
  };
}

function ownFrame(journey: Journey): Plain {
  return {
    $type: 'bpmn:Definitions',
    id: fileId(journey.id, 'definitions'),
    targetNamespace: TARGET,
    exporter: 'Rehearsal',
    rootElements: [
      {
        $type: 'bpmn:Process',
        id: processId(journey),
        name: attributeText(journey.name),
        ...(journey.brief !== undefined &&
          journey.brief.trim() !== '' && { documentation: [documentation(journey.brief)] }),
        isExecutable: true,
      },
    ],
  };
}

/** Every element where it stood in the file; those that are new come last, those that are gone leave no gap. */
function inTheirPlaces(before: readonly Plain[], elements: readonly Plain[]): readonly Plain[] {
  const byId = new Map(elements.map((element) => [idOf(element), element]));
  const held = before.flatMap((element) => {
    const now = byId.get(idOf(element));
    byId.delete(idOf(element));
    return now ? [now] : [];
  });
  return [...held, ...byId.values()];
}

/** What a process says of the journey beside its steps. */
function withJourney(process: Plain, journey: Journey, undrawn: NotDrawn): Plain {
  const { name, luckId, brief, settings, groups } = journey;
  const json = jsonText({
    ...(attributeText(name) !== name && { name }),
    luckId,
    ...(brief !== undefined && { brief }),
    settings,
    ...(groups && { groups }),
    ...(isSomething(undrawn) && { undrawn }),
  });
  const others = plainsIn(plainIn(process, 'extensionElements'), 'values').filter(
    (value) => value !== extensionIn(process, 'rehearsal:Journey'),
  );
  return { ...process, ...extended([{ $type: 'rehearsal:Journey', json }, ...others]) };
}

/** Whether a journey out of another tool's file has got something since that only an extension of ours can say. */
function saysMore({ settings, groups }: Journey, undrawn: NotDrawn): boolean {
  const { entryCap, reEntry, exitRules, goals, transactional } = settings;
  const [goal] = goals;
  return (
    isSomething(undrawn) ||
    groups !== undefined ||
    entryCap !== undefined ||
    reEntry.mode !== 'never' ||
    exitRules.length > 0 ||
    transactional === true ||
    goals.length !== 1 ||
    goal?.on.kind !== 'conversion'
  );
}

function withNotes(process: Plain, notes: readonly Plain[]): { readonly artifacts?: readonly Plain[] } {
  const artifacts = [...plainsIn(process, 'artifacts'), ...notes];
  return artifacts.length > 0 ? { artifacts } : {};
}
