import type { Translate } from '../../../i18n/i18n.ts';
import type { Command } from '../../../ui/commands/command.ts';
import { iconOf } from '../../../legend/kindLook.ts';
import { namedSteps, paletteSteps, type NewStep } from '../newSteps.ts';
import { rememberStep } from './asking.ts';

/** Adding a step by what it is called, as pressing it among the steps does; the entry only while the journey has none. */
export function kindCommands(
  t: Translate,
  hasEntry: boolean,
  add: (choice: NewStep) => void,
): readonly Command[] {
  return [...paletteSteps(t, hasEntry), ...namedSteps(t)].map((step): Command => ({
    id: `kind.${step.key}`,
    label: t('editJourney.palette.add', { kind: step.label }),
    meaning: step.meaning,
    group: t('canvas.group.kinds'),
    icon: iconOf(step),
    words: t(`words.kindAlso.${step.kind}`),
    run: () => {
      rememberStep(step);
      add(step);
    },
  }));
}
