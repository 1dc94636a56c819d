import { useTranslation } from 'react-i18next';
import { Switch } from '../../../ui/Switch.tsx';
import { ADDRESSED_CHANNELS, CHANNELS, type Channel } from '../../../journey/channels.ts';
import type { MessageStep } from '../../../journey/steps/message.ts';
import { ChannelField } from '../../../forms/ChannelField.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { RowList } from '../../../forms/RowList.tsx';
import { Section } from '../../../forms/Section.tsx';
import { TagsField } from '../../../forms/TagsField.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { CapFields } from './send/CapFields.tsx';
import { OccasionField, SendFields } from './send/SendFields.tsx';
import { StepForm } from './StepForm.tsx';

const WAYS = [...CHANNELS, 'preferred'] as const;

export function MessageInspector({ id, step, onChange }: InspectorProps<'message'>) {
  const { t } = useTranslation();
  const change = editing<'message'>({ id, onChange });
  const shownChannel = step.channel === 'preferred' ? (step.fallback?.[0] ?? 'email') : step.channel;
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.message.way')}>
        <ChannelField
          value={step.channel}
          values={WAYS}
          onChange={(channel) => change(withChannel(step, channel))}
        />
        {step.channel === 'preferred' && (
          <FallbackFields
            fallback={step.fallback ?? []}
            onChange={(fallback) =>
              change(put(step, 'fallback', fallback.length === 0 ? undefined : fallback))
            }
          />
        )}
        <FieldProblem path={`steps.${id}.fallback`} />
        <OccasionField send={step} onChange={change} />
      </Section>
      <SendFields
        place={{ step: id, path: `steps.${id}` }}
        send={step}
        channel={step.channel}
        shownChannel={shownChannel}
        onChange={change}
      />
      <Section title={t('inspectors.message.rules')}>
        <Switch
          label={t('inspectors.message.transactional')}
          help={t('inspectors.message.transactionalHint')}
          checked={step.transactional}
          onChange={(transactional) => change({ ...step, transactional })}
        />
        <CapFields step={step} onChange={change} />
        <TagsField value={step.tags} onChange={(tags) => change(put(step, 'tags', tags), 'tags')} />
      </Section>
    </StepForm>
  );
}

/** A fallback list belongs to preferred sends only. */
function withChannel(step: MessageStep, channel: Channel | 'preferred'): MessageStep {
  const next = { ...step, channel };
  if (channel !== 'preferred') return put(next, 'fallback', undefined);
  const before = ADDRESSED_CHANNELS.find((one) => one === step.channel);
  return { ...next, fallback: [before ?? 'email'] };
}

interface FallbackFieldsProps {
  readonly fallback: readonly Channel[];
  readonly onChange: (fallback: readonly Channel[]) => void;
}

function FallbackFields({ fallback, onChange }: FallbackFieldsProps) {
  const { t } = useTranslation();
  const free = ADDRESSED_CHANNELS.filter((channel) => !fallback.includes(channel));
  const [next] = free;
  return (
    <Section title={t('inspectors.message.fallback')} hint={t('inspectors.message.fallbackHint')}>
      <RowList
        rows={fallback}
        nameOf={(channel) => t(`words.channel.${channel}`)}
        addLabel={t('inspectors.message.addFallback')}
        fresh={next && (() => next)}
        onChange={onChange}
        head={(channel, _, set) => (
          <ChannelField<Channel>
            hideLabel
            value={channel}
            values={[channel, ...free]}
            onChange={(chosen) => set(chosen)}
          />
        )}
      />
    </Section>
  );
}
