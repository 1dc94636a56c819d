import { Group, StickyNote } from 'lucide-react';
import type { GroupId, NoteId } from '../../../journey/annotations.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Wording } from '../../../legend/stepSummary.ts';
import { byText, stepsToFind, type Findable, type Question } from './asking.ts';
import { tintColour } from './tints.ts';

/** What is done with what was chosen. */
interface Reveal {
  readonly reveal: (id: StepId) => void;
  readonly revealNote: (id: NoteId) => void;
  readonly revealGroup: (id: GroupId) => void;
}

/** What on the canvas: a step, a group by its name, or a note by its text. */
export function askAnything(journey: Journey, wording: Wording, then: Reveal): Question {
  const { t } = wording;
  const among = Object.keys(journey.steps) as StepId[];
  return {
    label: t('canvas.ask.goTo'),
    placeholder: t('canvas.ask.searchSteps'),
    none: (text) => t('canvas.ask.nothing', { text }),
    find: byText([
      ...stepsToFind({ journey, among, wording }, then.reveal),
      ...groupsToFind(journey, t, then.revealGroup),
      ...notesToFind(journey, t, then.revealNote),
    ]),
  };
}

function groupsToFind({ groups }: Journey, t: Translate, then: Reveal['revealGroup']): readonly Findable[] {
  return Object.entries(groups ?? {}).map(([id, { name, tint, steps }]) => ({
    text: name,
    item: {
      key: `group.${id}`,
      label: name,
      meaning: t('canvas.ask.group', { count: steps.length }),
      icon: Group,
      colour: tintColour(tint),
      pick: () => then(id),
    },
  }));
}

function notesToFind({ notes }: Journey, t: Translate, then: Reveal['revealNote']): readonly Findable[] {
  return Object.entries(notes ?? {}).map(([id, { text, tint }]) => ({
    text,
    item: {
      key: `note.${id}`,
      label: firstLine(text) || t('canvas.note.empty'),
      meaning: t('canvas.note.label'),
      icon: StickyNote,
      colour: tintColour(tint),
      pick: () => then(id),
    },
  }));
}

const LONGEST_LINE = 120;

/** The first words of a text, for a line that stands for it; empty where there are none. */
function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).trimEnd()}…` : line;
}
