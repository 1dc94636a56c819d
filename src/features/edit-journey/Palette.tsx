import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { usePreference } from '../../ui/usePreference.ts';
import { FAMILY_OF, familyColour, iconOf } from '../../legend/kindLook.ts';
import { recentSteps, rememberStep } from './commands/asking.ts';
import { FAMILY_ORDER, paletteSteps, searchSteps, type NewStep } from './newSteps.ts';
import { keptPlaces } from './keptPlaces.ts';
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
  const [text, setText] = useState('');
  const wanted = text.trim();
  return (
    <div className={styles.palette} data-tour="steps">
      <TextInput
        type="search"
        value={text}
        onChange={setText}
        maxLength={100}
        aria-label={t('editJourney.picker.search')}
        placeholder={t('editJourney.picker.search')}
      />
      {wanted ? (
        <Found text={wanted} hasEntry={hasEntry} onAdd={onAdd} onDrag={onDrag} />
      ) : (
        <Families hasEntry={hasEntry} onAdd={onAdd} onDrag={onDrag} />
      )}
    </div>
  );
}

function Found({ text, hasEntry, onAdd, onDrag }: PaletteProps & { readonly text: string }) {
  const { t } = useTranslation();
  const found = searchSteps(text, t, hasEntry);
  return (
    <div className={styles.found}>
      <p role="status" className={found.length > 0 ? 'visually-hidden' : styles.help}>
        {found.length > 0
          ? t('editJourney.palette.found', { count: found.length })
          : t('editJourney.picker.none', { text: text.slice(0, 40) })}
      </p>
      {found.map((step) => (
        <PaletteItem key={step.key} step={step} onAdd={onAdd} onDrag={onDrag} />
      ))}
    </div>
  );
}

function Families({ hasEntry, onAdd, onDrag }: PaletteProps) {
  const { t } = useTranslation();
  const steps = paletteSteps(t, hasEntry);
  const families = FAMILY_ORDER.filter((family) => steps.some(({ kind }) => FAMILY_OF[kind] === family));
  return (
    <>
      <Lately hasEntry={hasEntry} onAdd={onAdd} onDrag={onDrag} />
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
    </>
  );
}

/** How the palette is used, and once it was, what was used lately: in the same room, so that nothing below moves. */
function Lately({ hasEntry, onAdd, onDrag }: PaletteProps) {
  const { t } = useTranslation();
  // Asked again whenever something was added.
  usePreference('steps.recent', '');
  const recent = recentSteps(t, hasEntry);
  const [places, setPlaces] = useState<readonly string[]>([]);
  const next = keptPlaces(
    places,
    recent.map(({ key }) => key),
  );
  if (next !== places) setPlaces(next);
  const shown = next.flatMap((key) => recent.find((step) => step.key === key) ?? []);
  return (
    <div className={styles.lately}>
      {shown.length === 0 ? (
        <p className={styles.help}>{t('editJourney.palette.help')}</p>
      ) : (
        <section aria-label={t('canvas.ask.recent')}>
          <h2 className={styles.family}>{t('canvas.ask.recent')}</h2>
          <div className={styles.again}>
            {shown.map((step) => (
              <PaletteItem key={step.key} step={step} again onAdd={onAdd} onDrag={onDrag} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

function PaletteItem({
  step,
  again = false,
  onAdd,
  onDrag,
}: ItemProps & { readonly step: NewStep; readonly again?: boolean }) {
  const { t } = useTranslation();
  const style: CSSProperties & Record<'--family', string> = { '--family': familyColour(step) };
  return (
    <Tooltip
      words={again ? step.label : step.meaning}
      named={again}
      side={again ? 'below' : 'end'}
      className={again ? undefined : styles.tip}
    >
      <button
        type="button"
        draggable
        data-kind={step.kind}
        className={again ? styles.small : styles.item}
        style={style}
        aria-label={t(again ? 'editJourney.palette.again' : 'editJourney.palette.add', { kind: step.label })}
        onClick={() => {
          rememberStep(step);
          onAdd(step);
        }}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'copy';
          event.dataTransfer.setData('text/plain', step.label);
          onDrag(step);
        }}
        onDragEnd={(event) => {
          if (event.dataTransfer.dropEffect !== 'none') rememberStep(step);
          onDrag(undefined);
        }}
      >
        <Icon of={iconOf(step)} />
        {!again && step.label}
      </button>
    </Tooltip>
  );
}
