import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { shortened } from './readJourneyFile.ts';
import styles from './platformFile.module.css';

interface KeepChoiceProps {
  /** Name of the journey that the file was made from. */
  readonly name: string;
  readonly keeps: boolean;
  readonly onChoose: (keeps: boolean) => void;
}

/** Whether what a platform's file has no place for is taken from the open journey. */
export function KeepChoice({ name, keeps, onChoose }: KeepChoiceProps) {
  const { t } = useTranslation();
  const group = useId();
  const options = [
    {
      value: true,
      label: t('takeToPlatform.bringIn.keep', { name: shortened(name) }),
      help: t('takeToPlatform.bringIn.keepHelp'),
    },
    { value: false, label: t('takeToPlatform.bringIn.apart'), help: t('takeToPlatform.bringIn.apartHelp') },
  ];
  return (
    <fieldset className={styles.choices} role="radiogroup">
      <legend>{t('takeToPlatform.bringIn.keepTitle')}</legend>
      {options.map(({ value, label, help }) => (
        <label key={String(value)} className={styles.choice}>
          <input type="radio" name={group} checked={value === keeps} onChange={() => onChoose(value)} />
          <span>
            {label}
            <span className={styles.soft}>{help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
