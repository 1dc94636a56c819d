import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import { CHANNELS } from '../../../../journey/channels.ts';
import type { Change } from '../../../../journey/steps/update.ts';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { useColumns } from '../useSurroundings.ts';
import { SetValueFields } from './SetValueFields.tsx';
import { requiredText } from '../../../../ui/complaints.ts';

interface ChangeFieldsProps {
  readonly change: Change;
  readonly onChange: (change: Change, field?: string) => void;
}

const TARGETS = ['all', ...CHANNELS] as const;

/** The fields of one change to a contact. */
export function ChangeFields({ change, onChange }: ChangeFieldsProps) {
  const { t } = useTranslation();
  switch (change.type) {
    case 'set':
      return <SetFields change={change} onChange={onChange} />;
    case 'addScore':
      return (
        <Field label={t('inspectors.update.points')} help={t('inspectors.update.pointsHint')}>
          <NumberInput
            unit={t('inspectors.unit.points')}
            min={-1e9}
            max={1e9}
            value={change.points}
            onChange={(points) => onChange({ ...change, points }, 'points')}
          />
        </Field>
      );
    case 'addTag':
    case 'removeTag':
      return (
        <CheckedInput
          label={t('inspectors.update.tag')}
          value={change.tag}
          complain={requiredText(t)}
          onChange={(text) => onChange({ ...change, tag: text.trim() }, 'tag')}
        />
      );
    case 'suppress':
      return (
        <ChoiceField
          label={t('inspectors.update.channel')}
          value={change.channel}
          values={TARGETS}
          words={(channel) =>
            channel === 'all' ? t('inspectors.update.allChannels') : t(`words.channel.${channel}`)
          }
          onChange={(channel) => onChange({ ...change, channel })}
        />
      );
  }
}

interface SetFieldsProps {
  readonly change: Extract<Change, { type: 'set' }>;
  readonly onChange: ChangeFieldsProps['onChange'];
}

function SetFields({ change, onChange }: SetFieldsProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const list = useId();
  const column = columns.find(({ name }) => name === change.column);
  return (
    <>
      <CheckedInput
        label={t('inspectors.update.column')}
        help={t('inspectors.update.columnHint')}
        list={list}
        value={change.column}
        complain={requiredText(t)}
        onChange={(text) => onChange({ ...change, column: text.trim() }, 'column')}
      />
      <datalist id={list}>
        {columns.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SetValueFields
        column={column}
        value={change.value}
        onChange={(value, typing) => onChange({ ...change, value }, typing ? 'value' : undefined)}
      />
    </>
  );
}
