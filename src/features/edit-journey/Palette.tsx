import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { FAMILY_OF, familyColour, iconOf } from './kindLook.ts';
import { FAMILY_ORDER, paletteSteps, type NewStep } from './newSteps.ts';
import styles from './Palette.module.css';

interface PaletteProps extends ItemProps {
  /** A journey has one entry; it is offered while there is none. */
  readonly hasEntry: boolean;
}

interface ItemProps {
  readonly onAdd: (step: NewStep) => void;
  /** While an item is dragged; undefined when the dragging ends. */
  readonly onDrag: (step: NewStep | undefined) => void;
}

/** The steps there are, by family: to be dragged onto the canvas, or pressed. */
export function Palette({ hasEntry, onAdd, onDrag }: PaletteProps) {
  const { t } = useTranslation();
  const steps = paletteSteps(t, hasEntry);
  const families = FAMILY_ORDER.filter((family) => steps.some(({ kind }) => FAMILY_OF[kind] === family));
  return (
    <div className={styles.palette}>
      <p className={styles.help}>{t('editJourney.palette.help')}</p>
      {families.map((family) => (
        <section key={family} aria-label={t(`words.family.${family}`)}>
          <h2 className={styles.family}>{t(`words.family.${family}`)}</h2>
          {steps
            .filter(({ kind }) => FAMILY_OF[kind] === family)
            .map((step) => (
              <PaletteItem key={step.key} step={step} onAdd={onAdd} onDrag={onDrag} />
            ))}
        </section>
      ))}
    </div>
  );
}

function PaletteItem({ step, onAdd, onDrag }: ItemProps & { readonly step: NewStep }) {
  const { t } = useTranslation();
  const style: CSSProperties & Record<'--family', string> = { '--family': familyColour(step) };
  return (
    <Tooltip words={step.meaning} side="end" className={styles.tip}>
      <button
        type="button"
        draggable
        data-kind={step.kind}
        className={styles.item}
        style={style}
        aria-label={t('editJourney.palette.add', { kind: step.label })}
        onClick={() => onAdd(step)}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'copy';
          event.dataTransfer.setData('text/plain', step.label);
          onDrag(step);
        }}
        onDragEnd={() => onDrag(undefined)}
      >
        <Icon of={iconOf(step)} />
        {step.label}
      </button>
    </Tooltip>
  );
}
