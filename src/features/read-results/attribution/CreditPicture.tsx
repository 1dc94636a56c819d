import { useTranslation } from 'react-i18next';
import { MODELS } from '../../../analytics/attribution/attribute.ts';
import type { Credited } from '../../../analytics/attribution/pathsOfTouches.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Dumbbell } from '../../../charts/Dumbbell.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { isKnown, type Credits, type CreditRow } from './creditRows.ts';
import { pictureTable } from './pictureTable.ts';
import type { MeasureWords } from './useWords.ts';

/** Further claimants are in the table alone. */
const MOST_DRAWN = 12;

interface CreditPictureProps {
  readonly title: string;
  /** Touches of the buyer’s colleagues count. */
  readonly byAccount: boolean;
  readonly credits: Credits;
  readonly credited: Credited;
  readonly nameOf: (claimant: string) => string;
  readonly words: MeasureWords;
  readonly pending: boolean;
}

/** Per claimant a dot for each model's credit, beside the true lift. */
export function CreditPicture(props: CreditPictureProps) {
  const { title, byAccount, credits, credited, nameOf, words, pending } = props;
  const { t } = useTranslation();
  const { rows } = credits;
  const drawn = rows.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_DRAWN);
  const models = MODELS.map((key) => ({ key, label: t(`attribution.model.${key}`) }));
  const about = t(byAccount ? 'attribution.noteByAccount' : 'attribution.note', {
    note: t('attribution.note'),
  });
  const note =
    drawn.length < rows.length
      ? t('attribution.noteDrawn', { drawn: drawn.length, of: rows.length, note: about })
      : about;
  return (
    <ChartFrame
      title={title}
      note={note}
      fileName={byAccount ? 'attribution-by-account' : 'attribution'}
      pending={pending}
      table={pictureTable(credits, t, { credited, nameOf, print: words.print })}
    >
      <Dumbbell
        label={title}
        truthLabel={t('attribution.column.lift')}
        models={models}
        printTick={words.print}
        rows={drawn.map(({ claimant, truth, credits: of }) => ({
          key: claimant,
          label: nameOf(claimant),
          truth: isKnown(truth)
            ? { interval: truth.by, words: formatInterval(truth.by, words.print) }
            : undefined,
          dots: MODELS.map((model) => ({
            model,
            value: of[model].value,
            words: formatInterval(of[model], words.print),
          })),
        }))}
      />
    </ChartFrame>
  );
}

/** What it is worth a look for: the most that it may be credited with, or bring. */
function weightOf({ credits, truth }: CreditRow): number {
  const most = Math.max(...MODELS.map((model) => credits[model].value));
  return isKnown(truth) ? Math.max(most, Math.abs(truth.by.value)) : most;
}
