import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Content } from '../../../journey/steps/message.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { SendDetails, SendFieldsProps } from '../inspectors/send/sendForm.ts';
import { useJourney } from '../inspectors/useSurroundings.ts';
import { withContent } from './contentEdits.ts';
import { ContactPreview, type PreviewOf } from './ContactPreview.tsx';
import { ContentForm } from './ContentForm.tsx';
import { KeptDrafts } from './KeptDrafts.tsx';
import { useFilledContent } from './useFilledContent.ts';
import styles from './content.module.css';

interface ContentDialogProps<S extends SendDetails> extends SendFieldsProps<S> {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Told how many texts are too long to be taken and kept here. */
  readonly onKept: (count: number) => void;
}

/** What a message says, written on one side and read as any contact on the other. */
export function ContentDialog<S extends SendDetails>({
  send,
  channel,
  shownChannel,
  place,
  onChange,
  open,
  onClose,
  onKept,
}: ContentDialogProps<S>) {
  const { t } = useTranslation();
  const journey = useJourney();
  const [chosenId, setChosenId] = useState<string>();
  const [shows, setShows] = useState<PreviewOf>('contact');
  const content: Content = send.content ?? {};
  const filled = useFilledContent(content, channel, place);
  const chosen = content.variants?.find(({ id }) => id === chosenId);
  const choose = (id: string | undefined) => {
    setChosenId(id);
    setShows('edited');
  };
  return (
    <Dialog
      full
      open={open}
      title={t('content.title', { name: journey?.steps[place.step]?.name ?? '' })}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('content.done')}
        </Button>
      }
    >
      <div className={styles.sides}>
        <KeptDrafts name={`${journey?.id}/${place.path}`} onKept={onKept}>
          <ContentForm
            content={content}
            channel={channel}
            place={place}
            chosen={chosen}
            onChoose={choose}
            onChange={(next, field) => onChange(withContent(send, next), field)}
          />
        </KeptDrafts>
        <ContactPreview
          content={filled}
          channel={shownChannel}
          edited={chosen}
          shows={shows}
          onShow={setShows}
          variantKey={`${journey?.luckId}.${place.path}`}
        />
      </div>
    </Dialog>
  );
}
