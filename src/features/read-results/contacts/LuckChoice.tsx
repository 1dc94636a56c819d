import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import { LUCK_KINDS, type Luck } from '../../../state/litWay.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Select } from '../../../ui/Select.tsx';

interface LuckChoiceProps {
  readonly luck: Luck;
  /** Of how many one is chosen. */
  readonly lucks: number;
  readonly number: number;
  readonly onLuck: (luck: Luck) => void;
  readonly onNumber: (number: number) => void;
}

const LAST_NUMBER = 999_999_999;

export function LuckChoice({ luck, lucks, number, onLuck, onNumber }: LuckChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Field
        label={t('contacts.madeUp.luck')}
        help={t('contacts.madeUp.luckHelp', { lucks: format.number(lucks) })}
      >
        <Select
          value={luck}
          options={LUCK_KINDS.map((value) => ({ value, label: t(`contacts.madeUp.lucks.${value}`) }))}
          onChange={onLuck}
        />
      </Field>
      {luck === 'own' && (
        <Field
          label={t('contacts.madeUp.number')}
          help={t('contacts.madeUp.numberHelp', { last: format.number(LAST_NUMBER) })}
        >
          <NumberInput value={number} min={0} max={LAST_NUMBER} integer onChange={onNumber} />
        </Field>
      )}
    </>
  );
}
