import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { ADDRESSED_CHANNELS } from '../../../../journey/channels.ts';
import { type Group, BEHAVIOURS, type Rule } from '../../../../journey/rules.ts';
import { RuleShare } from '../counts/RuleShare.tsx';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { FieldProblem } from '../fields/FieldProblem.tsx';
import { put } from '../../../../forms/optional.ts';
import { sends, useSteps } from '../useSurroundings.ts';
import { ComparisonEditor } from './ComparisonEditor.tsx';
import styles from './rules.module.css';
import { requiredText } from '../../../../ui/complaints.ts';

type Condition = Exclude<Rule, Group>;
type Part<K extends Condition['kind']> = {
  readonly rule: Extract<Condition, { kind: K }>;
  readonly onChange: (rule: Condition, typing?: boolean) => void;
};

interface ConditionEditorProps {
  readonly name: string;
  readonly rule: Condition;
  /** Where it stands in the document, as problems name it. */
  readonly path: string;
  readonly onChange: (rule: Condition, typing?: boolean) => void;
  readonly tools: ReactNode;
}

/** One line of a rule, and how many match it alone. */
export function ConditionEditor({ name, rule, path, onChange, tools }: ConditionEditorProps) {
  const count = useId();
  return (
    <div role="group" aria-label={name} aria-describedby={count} className={styles.condition}>
      <div className={styles.asked}>
        {partOf(rule, path, onChange)}
        <FieldProblem path={path} />
        <RuleShare id={count} rule={rule} />
      </div>
      {tools}
    </div>
  );
}

function partOf(rule: Condition, path: string, onChange: ConditionEditorProps['onChange']): ReactNode {
  switch (rule.kind) {
    case 'column':
      return <ComparisonEditor rule={rule} path={path} onChange={onChange} />;
    case 'tag':
      return <TagPart rule={rule} onChange={onChange} />;
    case 'score':
      return <ScorePart rule={rule} onChange={onChange} />;
    case 'behaviour':
      return <BehaviourPart rule={rule} onChange={onChange} />;
    case 'consent':
      return <ConsentPart rule={rule} onChange={onChange} />;
  }
}

function TagPart({ rule, onChange }: Part<'tag'>) {
  const { t } = useTranslation();
  return (
    <CheckedInput
      label={t('inspectors.rule.tag')}
      value={rule.tag}
      complain={requiredText(t)}
      onChange={(text) => onChange({ kind: 'tag', tag: text.trim() }, true)}
    />
  );
}

function ScorePart({ rule, onChange }: Part<'score'>) {
  const { t } = useTranslation();
  return (
    <Field label={t('inspectors.rule.score')}>
      <NumberInput
        unit={t('inspectors.unit.points')}
        value={rule.atLeast}
        onChange={(atLeast) => onChange({ kind: 'score', atLeast }, true)}
      />
    </Field>
  );
}

const ANY = '';

function BehaviourPart({ rule, onChange }: Part<'behaviour'>) {
  const { t } = useTranslation();
  const messages = useSteps(sends);
  const gone = rule.step !== undefined && !messages.some(({ id }) => id === rule.step);
  return (
    <div className={styles.line}>
      <Field label={t('inspectors.rule.did')} hideLabel className={styles.short ?? ''}>
        <Select
          value={rule.did}
          options={BEHAVIOURS.map((did) => ({ value: did, label: t(`inspectors.rule.behaviour.${did}`) }))}
          onChange={(did) => onChange({ ...rule, did })}
        />
      </Field>
      <Field label={t('inspectors.rule.which')} hideLabel className={styles.long ?? ''}>
        <Select<string>
          value={rule.step ?? ANY}
          options={[
            { value: ANY, label: t('inspectors.rule.anyMessage') },
            ...messages.map(({ id, step }) => ({ value: id, label: step.name })),
            ...(gone && rule.step ? [{ value: rule.step, label: t('inspectors.rule.goneStep') }] : []),
          ]}
          onChange={(chosen) => onChange(put(rule, 'step', messages.find(({ id }) => id === chosen)?.id))}
        />
      </Field>
    </div>
  );
}

function ConsentPart({ rule, onChange }: Part<'consent'>) {
  const { t } = useTranslation();
  return (
    <Field label={t('inspectors.rule.consent')}>
      <Select
        value={rule.channel}
        options={ADDRESSED_CHANNELS.map((channel) => ({
          value: channel,
          label: t(`words.channel.${channel}`),
        }))}
        onChange={(channel) => onChange({ kind: 'consent', channel })}
      />
    </Field>
  );
}
