import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { TextArea } from '../../../../ui/TextArea.tsx';
import { TextInput } from '../../../../ui/TextInput.tsx';
import type { Content } from '../../../../journey/steps/message.ts';
import { Fold, Section } from '../fields/Section.tsx';
import { put } from '../optional.ts';
import { smsPartsOf } from './smsParts.ts';
import type { SendDetails, SendFieldsProps } from './SendFields.tsx';

const LONGEST_LINE = 1000;
const LONGEST_BODY = 10_000;
const UTM_KEYS = ['source', 'medium', 'campaign', 'content', 'term'] as const;
/** Channels whose first line is a title rather than a subject. */
const TITLED = new Set(['push', 'web-push', 'in-app', 'search-ad', 'display-ad', 'social-ad', 'social-post']);
const WITHOUT_FIRST_LINE = new Set(['sms', 'whatsapp', 'call', 'webhook']);

/** Subject, preheader, body, tracking. A field that the channel does not use shows only where it holds something. */
export function ContentFields<S extends SendDetails>({ send, channel, onChange }: SendFieldsProps<S>) {
  const { t } = useTranslation();
  const content = send.content ?? {};
  const set = (key: 'subject' | 'preheader' | 'body' | 'couponCode', text: string) =>
    onChange(withContent(send, put(content, key, text === '' ? undefined : text)), key);
  const body = content.body ?? '';
  const parts = smsPartsOf(body);
  return (
    <Section
      title={t('inspectors.message.content')}
      hint={t('inspectors.message.contentHint', { example: '{{first_name|there}}' })}
    >
      {(!WITHOUT_FIRST_LINE.has(channel) || content.subject) && (
        <Field label={t(TITLED.has(channel) ? 'inspectors.message.title' : 'inspectors.message.subject')}>
          <TextInput maxLength={LONGEST_LINE} value={content.subject ?? ''} onChange={(text) => set('subject', text)} />
        </Field>
      )}
      {(channel === 'email' || channel === 'preferred' || content.preheader) && (
        <Field label={t('inspectors.message.preheader')}>
          <TextInput maxLength={LONGEST_LINE} value={content.preheader ?? ''} onChange={(text) => set('preheader', text)} />
        </Field>
      )}
      <Field
        label={t('inspectors.message.body')}
        help={
          channel === 'sms'
            ? t('inspectors.message.smsParts', { count: parts, length: body.length })
            : t('inspectors.message.bodyHint', { length: body.length })
        }
      >
        <TextArea rows={4} maxLength={LONGEST_BODY} value={body} onChange={(text) => set('body', text)} />
      </Field>
      <Fold title={t('inspectors.message.tracking')}>
        {UTM_KEYS.map((key) => (
          <Field key={key} label={t(`inspectors.message.utm.${key}`)}>
            <TextInput
              maxLength={LONGEST_LINE}
              value={content.utm?.[key] ?? ''}
              onChange={(text) => onChange(withContent(send, withUtm(content, key, text)), `utm.${key}`)}
            />
          </Field>
        ))}
        <Field label={t('inspectors.message.couponCode')}>
          <TextInput maxLength={LONGEST_LINE} value={content.couponCode ?? ''} onChange={(text) => set('couponCode', text)} />
        </Field>
      </Fold>
    </Section>
  );
}

/** Without any content there is no `content` at all. */
function withContent<S extends SendDetails>(send: S, content: Content): S {
  return put(send, 'content', Object.keys(content).length === 0 ? undefined : content);
}

function withUtm(content: Content, key: string, text: string): Content {
  const utm = put<Record<string, string>, string>({ ...content.utm }, key, text === '' ? undefined : text);
  return put(content, 'utm', Object.keys(utm).length === 0 ? undefined : utm);
}
