import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select, type Option } from '../../../ui/Select.tsx';
import type { DesignRef } from './designRef.ts';
import styles from '../compareRuns.module.css';

/** More columns than this nobody reads. */
const MOST_DESIGNS = 6;

interface DesignPickerProps {
  readonly chosen: readonly DesignRef[];
  readonly options: readonly Option<DesignRef>[];
  readonly onChoose: (chosen: readonly DesignRef[]) => void;
}

/** One list for what the others are compared with, and one for each of the others. */
export function DesignPicker({ chosen, options, onChoose }: DesignPickerProps) {
  const { t } = useTranslation();
  const [base = '', ...others] = chosen;
  const free = (kept: DesignRef) => options.filter(({ value }) => value === kept || !chosen.includes(value));
  const rest = free('');
  return (
    <div className={styles.picker}>
      <Field label={t('compareRuns.designs.baseline')} className={styles.pick ?? ''}>
        <Select
          value={base}
          options={options}
          // Whoever stood there before takes the place of what is chosen.
          onChange={(ref) => onChoose([ref, ...others.map((other) => (other === ref ? base : other))])}
        />
      </Field>
      {others.map((ref, at) => (
        <div key={ref} className={styles.picked}>
          <Field label={t('compareRuns.designs.other', { number: at + 1 })} className={styles.pick ?? ''}>
            <Select
              value={ref}
              options={free(ref)}
              onChange={(next) => onChoose(chosen.map((one) => (one === ref ? next : one)))}
            />
          </Field>
          <IconButton
            icon={X}
            label={t('compareRuns.designs.remove', {
              name: options.find(({ value }) => value === ref)?.label ?? '',
            })}
            onClick={() => onChoose(chosen.filter((one) => one !== ref))}
          />
        </div>
      ))}
      {chosen.length < MOST_DESIGNS && rest.length > 0 && (
        <Field label={t('compareRuns.designs.add')} className={styles.pick ?? ''}>
          <Select
            value=""
            options={[{ value: '', label: t('compareRuns.designs.choose'), disabled: true }, ...rest]}
            onChange={(ref) => ref !== '' && onChoose([...chosen, ref])}
          />
        </Field>
      )}
    </div>
  );
}
