import { useTranslation } from 'react-i18next';
import type { Content } from '../../../../journey/steps/message.ts';
import { shortText } from '../../../../ui/complaints.ts';
import { CheckedArea } from '../../../../forms/CheckedArea.tsx';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { Fold, Section } from '../../../../forms/Section.tsx';
import { put } from '../../../../forms/optional.ts';
import { smsPartsOf } from './smsParts.ts';
import type { SendDetails, SendFieldsProps } from './sendForm.ts';

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
  const short = shortText(t);
  return (
    <Section
      title={t('inspectors.message.content')}
      hint={t('inspectors.message.contentHint', { example: '{{first_name|there}}' })}
    >
      {(!WITHOUT_FIRST_LINE.has(channel) || content.subject) && (
        <CheckedInput
          label={t(TITLED.has(channel) ? 'inspectors.message.title' : 'inspectors.message.subject')}
          complain={short}
          value={content.subject ?? ''}
          onChange={(text) => set('subject', text)}
        />
      )}
      {(channel === 'email' || channel === 'preferred' || content.preheader) && (
        <CheckedInput
          label={t('inspectors.message.preheader')}
          complain={short}
          value={content.preheader ?? ''}
          onChange={(text) => set('preheader', text)}
        />
      )}
      <CheckedArea
        label={t('inspectors.message.body')}
        help={
          channel === 'sms'
            ? t('inspectors.message.smsParts', { count: parts, length: body.length })
            : t('inspectors.message.bodyHint', { count: body.length })
        }
        rows={4}
        value={body}
        onChange={(text) => set('body', text)}
      />
      <Fold title={t('inspectors.message.tracking')}>
        {UTM_KEYS.map((key) => (
          <CheckedInput
            key={key}
            label={t(`inspectors.message.utm.${key}`)}
            complain={short}
            value={content.utm?.[`utm_${key}`] ?? ''}
            onChange={(text) =>
              onChange(withContent(send, withUtm(content, `utm_${key}`, text)), `utm.${key}`)
            }
          />
        ))}
        <CheckedInput
          label={t('inspectors.message.couponCode')}
          complain={short}
          value={content.couponCode ?? ''}
          onChange={(text) => set('couponCode', text)}
        />
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
