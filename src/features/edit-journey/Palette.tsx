import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { usePreference } from '../../ui/usePreference.ts';
import { FAMILY_OF, familyColour, iconOf } from './kindLook.ts';
import { recentSteps, rememberStep } from './commands/asking.ts';
import { FAMILY_ORDER, paletteSteps, searchSteps, type NewStep } from './newSteps.ts';
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
  // Asked again whenever something was added.
  usePreference('steps.recent', '');
  const recent = recentSteps(t, hasEntry);
  const steps = paletteSteps(t, hasEntry);
  const families = FAMILY_ORDER.filter((family) => steps.some(({ kind }) => FAMILY_OF[kind] === family));
  const sections = [
    ...(recent.length > 0 ? [{ key: 'recent', title: t('canvas.ask.recent'), steps: recent }] : []),
    ...families.map((family) => ({
      key: family,
      title: t(`words.family.${family}`),
      steps: steps.filter(({ kind }) => FAMILY_OF[kind] === family),
    })),
  ];
  return (
    <>
      <p className={styles.help}>{t('editJourney.palette.help')}</p>
      {sections.map((section) => (
        <section key={section.key} aria-label={section.title}>
          <h2 className={styles.family}>{section.title}</h2>
          {section.steps.map((step) => (
            <PaletteItem
              key={step.key}
              step={step}
              again={section.key === 'recent'}
              onAdd={onAdd}
              onDrag={onDrag}
            />
          ))}
        </section>
      ))}
    </>
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
    <Tooltip words={step.meaning} side="end" className={styles.tip}>
      <button
        type="button"
        draggable
        data-kind={step.kind}
        className={styles.item}
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
        {step.label}
      </button>
    </Tooltip>
  );
}
