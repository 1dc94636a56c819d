import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Command } from '../../../ui/commands/command.ts';
import { iconOf } from '../../../legend/kindLook.ts';
import { stepSummary, type Wording } from '../../../legend/stepSummary.ts';

/** Going to a step of the journey by its name; its kind, what it does and its note are further words for it. */
export function stepCommands(
  journey: Journey,
  wording: Wording,
  show: (id: StepId) => void,
): readonly Command[] {
  const { t } = wording;
  return (Object.keys(journey.steps) as StepId[]).flatMap((id): Command[] => {
    const step = journey.steps[id];
    if (!step) return [];
    const kind = t(`words.kind.${step.kind}`);
    const meaning = stepSummary(step, wording);
    return [
      {
        id: `step.${id}`,
        label: step.name || kind,
        meaning,
        group: t('canvas.group.steps'),
        icon: iconOf(step),
        words: `${kind} ${meaning} ${step.note ?? ''}`,
        run: () => show(id),
      },
    ];
  });
}
