import { useTranslation } from 'react-i18next';
import { ChevronLeft, ChevronRight, Shuffle } from 'lucide-react';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import styles from './preview.module.css';

interface ContactChooserProps {
  /** From 0. */
  readonly row: number;
  readonly rows: number;
  readonly onChange: (row: number) => void;
}

/** Whose eyes the preview looks through: by number, one on or back, or anybody. */
export function ContactChooser({ row, rows, onChange }: ContactChooserProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <div className={styles.chooser}>
      <Field label={t('content.preview.as')} inline>
        <NumberInput
          integer
          min={1}
          max={rows}
          value={row + 1}
          unit={t('content.preview.of', { all: number(rows) })}
          onChange={(position) => onChange(position - 1)}
        />
      </Field>
      <span className={styles.steps}>
        <IconButton
          icon={ChevronLeft}
          label={t('content.preview.previous')}
          disabled={row === 0}
          onClick={() => onChange(row - 1)}
        />
        <IconButton
          icon={ChevronRight}
          label={t('content.preview.next')}
          disabled={row + 1 >= rows}
          onClick={() => onChange(row + 1)}
        />
        <IconButton
          icon={Shuffle}
          label={t('content.preview.random')}
          disabled={rows < 2}
          onClick={() => onChange(anyOther(row, rows))}
        />
      </span>
    </div>
  );
}

/** Never the same again. Nothing hangs on this draw but who is looked at. */
function anyOther(row: number, rows: number): number {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (row + 1 + Math.floor((draw / 2 ** 32) * (rows - 1))) % rows;
}
