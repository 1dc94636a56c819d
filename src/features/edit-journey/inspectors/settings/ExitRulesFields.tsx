import { useTranslation } from 'react-i18next';
import { ADDRESSED_CHANNELS, type Channel } from '../../../../journey/channels.ts';
import { freshId } from '../../../../journey/ids.ts';
import type { ExitRule } from '../../../../journey/journey.ts';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { FieldProblem } from '../fields/FieldProblem.tsx';
import { RowList } from '../../../../forms/RowList.tsx';
import { Section } from '../../../../forms/Section.tsx';
import { RuleEditor } from '../rules/RuleEditor.tsx';
import type { SettingsPartProps } from './settingsPart.ts';
import styles from '../../../../forms/fields.module.css';

const KINDS = ['converted', 'unsubscribed', 'rule'] as const satisfies readonly ExitRule['when']['kind'][];
const MODES = ['immediate', 'stepEnd', 'afterWait'] as const satisfies readonly ExitRule['mode'][];

/** Who leaves early, wherever they stand. */
export function ExitRulesFields({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const freshRule = (): ExitRule => ({
    id: freshId(
      settings.exitRules.map((rule) => rule.id),
      'exit-rule',
    ),
    when: { kind: 'converted' },
    mode: 'immediate',
  });
  return (
    <Section title={t('inspectors.journey.exitRules')} hint={t('inspectors.journey.exitRulesHint')}>
      <RowList
        rows={settings.exitRules}
        ordered={false}
        nameOf={(_, index) => t('inspectors.journey.exitRule', { number: index + 1 })}
        addLabel={t('inspectors.journey.addExitRule')}
        empty={t('inspectors.journey.exitRulesNone')}
        fresh={freshRule}
        onChange={(exitRules, field) => onChange({ ...settings, exitRules }, field && `exit.${field}`)}
        head={(rule, _, set) => (
          <ChoiceField
            label={t('inspectors.journey.when')}
            value={rule.when.kind}
            values={KINDS}
            words={(kind) => t(`inspectors.journey.whenOf.${kind}`)}
            onChange={(kind) => set({ ...rule, when: freshWhen(kind) })}
          />
        )}
        body={(rule, index, set) => (
          <div className={styles.stack}>
            <WhenFields rule={rule} path={`settings.exitRules.${index}`} onChange={set} />
            <ChoiceField
              label={t('inspectors.journey.mode')}
              value={rule.mode}
              values={MODES}
              words={(mode) => t(`inspectors.journey.modeOf.${mode}`)}
              onChange={(mode) => set({ ...rule, mode })}
            />
          </div>
        )}
      />
    </Section>
  );
}

function freshWhen(kind: ExitRule['when']['kind']): ExitRule['when'] {
  switch (kind) {
    case 'converted':
      return { kind };
    case 'unsubscribed':
      return { kind, channel: 'any' };
    case 'rule':
      // Nobody, until something is asked: everyone would leave at once.
      return { kind, rule: { kind: 'any', rules: [] } };
  }
}

const CHANNELS = ['any', ...ADDRESSED_CHANNELS] as const satisfies readonly (Channel | 'any')[];

function WhenFields({
  rule,
  path,
  onChange,
}: {
  readonly rule: ExitRule;
  readonly path: string;
  readonly onChange: (rule: ExitRule, field?: string) => void;
}) {
  const { t } = useTranslation();
  const { when } = rule;
  switch (when.kind) {
    case 'converted':
      return null;
    case 'unsubscribed':
      return (
        <ChoiceField<Channel | 'any'>
          label={t('inspectors.journey.unsubscribedFrom')}
          value={when.channel}
          values={CHANNELS}
          words={(channel) =>
            channel === 'any' ? t('inspectors.journey.anyChannel') : t(`words.channel.${channel}`)
          }
          onChange={(channel) => onChange({ ...rule, when: { ...when, channel } })}
        />
      );
    case 'rule':
      return (
        <>
          <RuleEditor
            label={t('inspectors.journey.whenOf.rule')}
            rule={when.rule}
            path={`${path}.when.rule`}
            onChange={(next, field) => onChange({ ...rule, when: { ...when, rule: next } }, field)}
          />
          <FieldProblem path={path} />
          <p className={styles.hint}>{t('inspectors.journey.ruleHint')}</p>
        </>
      );
  }
}
