import '../../../../i18n/contentWords.ts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PenLine } from 'lucide-react';
import { useWorkspaceStore } from '../../../../state/useWorkspace.ts';
import { UTM_PARTS, utmKey } from '../../../../journey/utm.ts';
import { Button } from '../../../../ui/Button.tsx';
import { shortText } from '../../../../ui/complaints.ts';
import { withContent, withText, withUtm } from '../../content/contentEdits.ts';
import { draftsOf } from '../../content/keptDrafts.ts';
import { TextBox } from '../../content/TextBox.tsx';
import { useFilledContent } from '../../content/useFilledContent.ts';
import { WordingTexts } from '../../content/WordingTexts.tsx';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { FieldProblem } from '../fields/FieldProblem.tsx';
import { Fold, Section } from '../../../../forms/Section.tsx';
import { useJourney } from '../useSurroundings.ts';
import type { SendDetails, SendFieldsProps } from './sendForm.ts';
import styles from '../../../../forms/fields.module.css';

const ContentDialog = lazy(async () => ({
  default: (await import('../../content/ContentDialog.tsx')).ContentDialog,
}));

const BODY_ROWS = 4;

/** What is said, in small boxes; the editor has room, variants, the preview and the library. */
export function ContentFields<S extends SendDetails>(props: SendFieldsProps<S>) {
  const { send, channel, place, onChange } = props;
  const { t } = useTranslation();
  const content = send.content ?? {};
  const path = `${place.path}.content`;
  const filled = useFilledContent(content, channel, place);
  const short = shortText(t);
  return (
    <Section
      title={t('inspectors.message.content')}
      hint={t('inspectors.message.contentHint', { example: '{{first_name|there}}' })}
    >
      <OpenEditor
        {...props}
        onChange={(next, field) => onChange(withContent(send, next.content ?? {}), field)}
      />
      <WordingTexts
        texts={content}
        channel={channel}
        content={filled}
        bodyRows={BODY_ROWS}
        path={path}
        onChange={(part, text) => onChange(withContent(send, withText(content, part, text)), part)}
      />
      <Fold title={t('inspectors.message.tracking')}>
        {UTM_PARTS.map((part) => (
          <CheckedInput
            key={part}
            label={t(`inspectors.message.utm.${part}`)}
            complain={short}
            value={content.utm?.[utmKey(part)] ?? ''}
            onChange={(text) => onChange(withContent(send, withUtm(content, part, text)), `utm.${part}`)}
          />
        ))}
        <FieldProblem path={`${path}.utm`} />
        <TextBox
          label={t('inspectors.message.couponCode')}
          value={content.couponCode ?? ''}
          path={`${path}.couponCode`}
          onChange={(text) =>
            onChange(withContent(send, withText(content, 'couponCode', text)), 'couponCode')
          }
        />
      </Fold>
    </Section>
  );
}

/** The way into the editor, and what is in there and nowhere else. */
function OpenEditor(props: SendFieldsProps<SendDetails>) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const journey = useJourney();
  // Once it was open it stays, closed: the focus comes back the way it went.
  const [open, setOpen] = useState<boolean>();
  const [kept, setKept] = useState(
    () => draftsOf(store).get(`${journey?.id}/${props.place.path}`)?.size ?? 0,
  );
  const variants = props.send.content?.variants?.length ?? 0;
  return (
    <div className={styles.stack}>
      <Button wide icon={PenLine} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('content.edit')}
      </Button>
      {variants > 0 && <p className={styles.hint}>{t('content.variants', { count: variants })}</p>}
      {kept > 0 && (
        <p role="status" className={styles.doubt}>
          {t('content.refused', { count: kept })}
        </p>
      )}
      {open !== undefined && (
        <Suspense>
          <ContentDialog {...props} open={open} onKept={setKept} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
