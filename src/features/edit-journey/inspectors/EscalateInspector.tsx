import { useTranslation } from 'react-i18next';
import { ADDRESSED_CHANNELS, CHANNELS } from '../../../journey/channels.ts';
import { EXHAUSTED, SENT } from '../../../journey/steps/escalate.ts';
import type { Send } from '../../../journey/steps/message.ts';
import { ChannelField } from '../../../forms/ChannelField.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { RowList } from '../../../forms/RowList.tsx';
import { Fold, Section } from '../../../forms/Section.tsx';
import { TagsField } from '../../../forms/TagsField.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { CapFields } from './send/CapFields.tsx';
import { OccasionField, SendFields } from './send/SendFields.tsx';
import { StepForm } from './StepForm.tsx';
import styles from '../../../forms/fields.module.css';

export function EscalateInspector({ id, step, onChange }: InspectorProps<'escalate'>) {
  const { t } = useTranslation();
  const change = editing<'escalate'>({ id, onChange });
  const freshRung = (): Send => {
    const used = step.rungs.map((rung) => rung.channel);
    const channel = ADDRESSED_CHANNELS.find((one) => !used.includes(one)) ?? 'sms';
    return { channel, occasion: 'triggered' };
  };
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.escalate.rungs')} hint={t('inspectors.escalate.hint')}>
        <div className={styles.ladder}>
          <RowList
            rows={step.rungs}
            nameOf={(_, index) => t('inspectors.escalate.rung', { number: index + 1 })}
            keepLast={t('inspectors.escalate.last')}
            addLabel={t('inspectors.escalate.add')}
            fresh={freshRung}
            onChange={(rungs, field) => change({ ...step, rungs }, field)}
            head={(rung, index, set) => (
              <div className={styles.rung}>
                <span className={styles.rungNumber}>
                  {t(index === 0 ? 'inspectors.escalate.first' : 'inspectors.escalate.then')}
                </span>
                <ChannelField
                  hideLabel
                  value={rung.channel}
                  values={CHANNELS}
                  onChange={(channel) => set({ ...rung, channel })}
                />
              </div>
            )}
            body={(rung, index, set) => (
              <Fold title={t('inspectors.escalate.details')}>
                <OccasionField send={rung} onChange={set} />
                <SendFields
                  place={{ step: id, path: `steps.${id}.rungs.${index}` }}
                  send={rung}
                  channel={rung.channel}
                  shownChannel={rung.channel}
                  onChange={set}
                />
              </Fold>
            )}
          />
          <FieldProblem path={`steps.${id}.rungs`} />
          <dl className={styles.ends}>
            {([SENT, EXHAUSTED] as const).map((exit) => (
              <div key={exit}>
                <dt>{t(`words.exit.${exit}`)}</dt>
                <dd>{t(`inspectors.escalate.${exit}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Section>
      <Section title={t('inspectors.message.rules')}>
        <CapFields step={step} onChange={change} />
        <TagsField value={step.tags} onChange={(tags) => change(put(step, 'tags', tags), 'tags')} />
      </Section>
    </StepForm>
  );
}
