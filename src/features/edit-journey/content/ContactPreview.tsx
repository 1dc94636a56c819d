import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Channel } from '../../../journey/channels.ts';
import { render, type ContactValues } from '../../../journey/content/render.ts';
import { contentFor, withVariant } from '../../../journey/content/variants.ts';
import type { Content, Variant } from '../../../journey/steps/message.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { ContactChooser } from './ContactChooser.tsx';
import { ContactFacts } from './ContactFacts.tsx';
import { MessageFrame } from './MessageFrame.tsx';
import { PreviewNotes } from './PreviewNotes.tsx';
import { usePreviewContact } from './usePreviewContact.ts';
import styles from './preview.module.css';

export type PreviewOf = 'contact' | 'edited';

interface ContactPreviewProps {
  readonly content: Content;
  readonly channel: Channel;
  /** The wording that is edited; undefined: the original. */
  readonly edited: Variant | undefined;
  readonly shows: PreviewOf;
  readonly onShow: (shows: PreviewOf) => void;
  /** Of the send: each contact keeps its wording of it. */
  readonly variantKey: string;
}

/** The message as any contact of the audience reads it. */
export function ContactPreview(props: ContactPreviewProps) {
  const { t } = useTranslation();
  const rows = useWorkspace(({ schema }) => schema?.rows ?? 0);
  const [asked, setRow] = useState(0);
  const row = Math.min(asked, Math.max(0, rows - 1));
  return (
    <section aria-label={t('content.preview.title')} className={styles.preview}>
      {rows === 0 ? (
        <p className={styles.soft}>{t('content.preview.noAudience')}</p>
      ) : (
        <>
          <ContactChooser row={row} rows={rows} onChange={setRow} />
          <ReadContact {...props} row={row} />
        </>
      )}
    </section>
  );
}

function ReadContact({ row, ...props }: ContactPreviewProps & { readonly row: number }) {
  const { t } = useTranslation();
  const contact = usePreviewContact(row);
  if (contact.kind === 'reading') return <p className={styles.soft}>{t('content.preview.reading')}</p>;
  if (contact.kind === 'failed')
    return (
      <p role="alert" className={styles.failed}>
        {t('content.preview.failed', { words: contact.words })}
      </p>
    );
  const isBehind = contact.row !== row;
  return (
    <div aria-busy={isBehind} className={styles.read}>
      <Shown {...props} row={contact.row} values={contact.values} />
      <ContactFacts values={contact.values} />
    </div>
  );
}

interface ShownProps extends ContactPreviewProps {
  readonly row: number;
  readonly values: ContactValues;
}

function Shown({ content, channel, edited, shows, onShow, variantKey, row, values }: ShownProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const chosen = contentFor(content, row, variantKey);
  const ofEdited = edited ? withVariant(content, edited) : content;
  const rendered = render(shows === 'edited' ? ofEdited : chosen.content, values, channel);
  return (
    <>
      {content.variants && (
        <div className={styles.which}>
          <SegmentedControl
            label={t('content.preview.shows')}
            value={shows}
            options={(['contact', 'edited'] as const).map((value) => ({
              value,
              label: t(`content.preview.${value}`),
            }))}
            onChange={onShow}
          />
          <p dir="auto" className={styles.soft}>
            {t('content.preview.gets', { name: chosen.variant?.name ?? t('content.variant.original') })}
          </p>
        </div>
      )}
      <MessageFrame
        rendered={rendered}
        channel={channel}
        label={t('content.preview.message', { number: number(row + 1) })}
      />
      <PreviewNotes rendered={rendered} />
    </>
  );
}
