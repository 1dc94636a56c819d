import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../journey/channels.ts';
import { firstLineOf, isSent, type TextPart } from '../../../journey/content/shownLengths.ts';
import type { Content } from '../../../journey/steps/message.ts';
import { counterWords } from './counterWords.ts';
import { TextBox } from './TextBox.tsx';

type Texts = Readonly<Partial<Record<TextPart, string>>>;

interface WordingTextsProps {
  readonly texts: Texts;
  /** What stands for a text that is left empty. */
  readonly instead?: Texts | undefined;
  readonly channel: Channel | 'preferred';
  /** The content they belong to, with the names in its tags. */
  readonly content: Content;
  readonly bodyRows: number;
  /** As problems name what the texts belong to. */
  readonly path: string;
  readonly onChange: (part: TextPart, text: string) => void;
}

/** Subject, preheader and body with their lengths. A text that the channel does not use shows only where it holds something. */
export function WordingTexts({ texts, instead, channel, bodyRows, path, ...rest }: WordingTextsProps) {
  const { t } = useTranslation();
  const firstLine = firstLineOf(channel);
  const helpOf = (part: TextPart) =>
    channel === 'preferred' || isSent(channel, part)
      ? counterWords({ channel, part, text: texts[part] ?? instead?.[part] ?? '', content: rest.content }, t)
      : t('content.notSent', { channel: t(`words.channel.${channel}`) });
  const boxOf = (part: TextPart, label: string, rows?: number) => (
    <TextBox
      key={`${path}.${part}`}
      label={label}
      value={texts[part] ?? ''}
      placeholder={instead?.[part]}
      help={helpOf(part)}
      path={`${path}.${part}`}
      onChange={(text) => rest.onChange(part, text)}
      {...(rows !== undefined && { rows })}
    />
  );
  return (
    <>
      {(firstLine !== undefined || texts.subject || instead?.subject) &&
        boxOf('subject', t(`inspectors.message.${firstLine ?? 'subject'}`))}
      {(isSent(channel, 'preheader') || texts.preheader || instead?.preheader) &&
        boxOf('preheader', t('inspectors.message.preheader'))}
      {boxOf('body', t('inspectors.message.body'), bodyRows)}
    </>
  );
}
