import { useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { place, type Anchor } from '../../ui/place.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { familyColour, iconOf } from './kindLook.ts';
import { searchSteps, type NewStep } from './newSteps.ts';
import styles from './KindPicker.module.css';

interface KindPickerProps {
  /** What it opens beside. */
  readonly anchor: Anchor;
  readonly onPick: (step: NewStep) => void;
  readonly onClose: () => void;
}

/** A searchable list of steps, keyboard first: type, arrows, Enter; Escape closes. Mounted while it is open. */
export function KindPicker({ anchor, onPick, onClose }: KindPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = searchSteps(text, t);
  const chosen = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    const element = popover.current;
    if (!element) return;
    element.showPopover();
    place(element, anchor, 'below');
    element.querySelector('input')?.focus();
  }, [anchor]);
  useEffect(() => {
    popover.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.key]);

  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onPick(chosen);
    }
  };
  return (
    <div
      ref={popover}
      popover="auto"
      role="dialog"
      aria-label={t('editJourney.picker.title')}
      className={styles.picker}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onKeyDown={press}
    >
      <div className={styles.search}>
        <TextInput
          value={text}
          onChange={(typed) => {
            setText(typed);
            setAt(0);
          }}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          aria-label={t('editJourney.picker.search')}
          placeholder={t('editJourney.picker.search')}
        />
      </div>
      {found.length === 0 && (
        <p className={styles.none}>{t('editJourney.picker.none', { text: text.slice(0, 40) })}</p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('editJourney.picker.title')}
        className={styles.list}
      >
        {found.map((step, index) => (
          <Choice
            key={step.key}
            id={`${id}-${step.key}`}
            step={step}
            active={step === chosen}
            onPoint={() => setAt(index)}
            onPick={() => onPick(step)}
          />
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly step: NewStep;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onPick: () => void;
}

function Choice({ id, step, active, onPoint, onPick }: ChoiceProps) {
  const style: CSSProperties = { color: familyColour(step) };
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={styles.choice}
      onPointerMove={onPoint}
      onClick={onPick}
    >
      <span style={style}>
        <Icon of={iconOf(step)} />
      </span>
      <span>
        <span className={styles.label}>{step.label}</span>
        <span className={styles.meaning}>{step.meaning}</span>
      </span>
    </div>
  );
}
