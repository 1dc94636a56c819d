import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../journey/channels.ts';
import type { Content, Variant } from '../../../journey/steps/message.ts';
import { DraftPart } from '../../../ui/DraftPart.tsx';
import { Fold } from '../../../forms/Section.tsx';
import { put } from '../../../forms/optional.ts';
import type { SendPlace } from '../inspectors/send/sendForm.ts';
import { withText, withVariantChanged } from './contentEdits.ts';
import { CopyLibrary } from './CopyLibrary.tsx';
import { TextBox } from './TextBox.tsx';
import { useFilledContent } from './useFilledContent.ts';
import { UtmFields } from './UtmFields.tsx';
import { WordingFields } from './WordingFields.tsx';
import { WordingTexts } from './WordingTexts.tsx';
import styles from './content.module.css';

interface ContentFormProps {
  readonly content: Content;
  readonly channel: Channel | 'preferred';
  readonly place: SendPlace;
  readonly chosen: Variant | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly onChange: (content: Content, field?: string) => void;
}

const BODY_ROWS = 12;

/** All that a message says, to be written. */
export function ContentForm({ content, channel, place, chosen, onChoose, onChange }: ContentFormProps) {
  const { t } = useTranslation();
  const path = `${place.path}.content`;
  const filled = useFilledContent(content, channel, place);
  const at = chosen ? (content.variants ?? []).indexOf(chosen) : -1;
  return (
    <div className={styles.form}>
      <WordingFields content={content} chosen={chosen} onChoose={onChoose} onChange={onChange} />
      <DraftPart name={chosen?.id ?? ''} key={chosen?.id}>
        <div className={styles.texts}>
          <WordingTexts
            texts={chosen ?? content}
            instead={chosen && content}
            channel={channel}
            content={filled}
            bodyRows={BODY_ROWS}
            path={chosen ? `${path}.variants.${at}` : path}
            onChange={(part, text) =>
              chosen
                ? onChange(
                    withVariantChanged(content, put(chosen, part, text === '' ? undefined : text)),
                    `variants.${chosen.id}.${part}`,
                  )
                : onChange(withText(content, part, text), part)
            }
          />
        </div>
      </DraftPart>
      <TextBox
        label={t('inspectors.message.couponCode')}
        help={t('content.coupon.hint', { coupon: '{{coupon}}' })}
        value={content.couponCode ?? ''}
        path={`${path}.couponCode`}
        onChange={(text) => onChange(withText(content, 'couponCode', text), 'couponCode')}
      />
      <Fold title={t('content.links.title')}>
        <UtmFields content={content} channel={channel} place={place} onChange={onChange} />
      </Fold>
      <Fold title={t('content.library.title')}>
        <CopyLibrary content={content} onUse={(saved) => onChange(saved)} />
      </Fold>
    </div>
  );
}
