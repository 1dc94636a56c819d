import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BookOpen, ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { Command } from '../../../ui/commands/command.ts';
import { useCommands } from '../../../ui/commands/registry.ts';

export interface WayActions {
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly onStory: () => void;
  readonly onStop: () => void;
}

/** The keys of a lit way. */
export function useWayCommands({ onPrevious, onNext, onStory, onStop }: WayActions): void {
  const { t } = useTranslation();
  const source = useMemo(() => {
    const group = t('way.group');
    const commands: readonly Command[] = [
      {
        id: 'way.previous',
        label: t('way.previous'),
        group,
        icon: ChevronLeft,
        keys: ['ArrowLeft'],
        run: onPrevious,
      },
      { id: 'way.next', label: t('way.next'), group, icon: ChevronRight, keys: ['ArrowRight'], run: onNext },
      { id: 'way.story', label: t('way.story'), group, icon: BookOpen, run: onStory },
      { id: 'way.stop', label: t('way.stop'), group, icon: X, keys: ['Escape'], run: onStop },
    ];
    return { commands, takesKeys };
  }, [t, onPrevious, onNext, onStory, onStop]);
  useCommands(source);
}

const MOVED_BY_ARROWS = '[role="separator"], [role="radio"], [type="radio"], [role="tab"], [role="tree"]';

/** Forms and sheets close by Escape themselves, and some controls are moved by arrows. */
function takesKeys(target: Element, keys: string): boolean {
  return (
    target.closest(keys === 'Escape' ? '[data-form], [data-sheet], [data-answer]' : MOVED_BY_ARROWS) === null
  );
}
