import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { allHandoffs } from '../../../analytics/dashboard/pipeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { DetailPart } from '../DetailPart.tsx';
import { LoadPicture } from '../overview/LoadPicture.tsx';
import type { SectionProps } from '../section.ts';
import type { ShownRun } from '../shownRun.ts';
import { ArrivalPicture } from './ArrivalPicture.tsx';
import { FamilyCards } from './FamilyCards.tsx';
import { FAMILIES, familiesIn, sendsOf, type Family } from './families.ts';
import { HandoffCards } from './HandoffCards.tsx';
import { HandoffTable } from './HandoffTable.tsx';
import { SendTable } from './SendTable.tsx';
import styles from '../ReadResultsView.module.css';
import own from './channels.module.css';

/** A screen for each family of channels that the journey uses. */
export function ChannelsSection({ run, part }: SectionProps) {
  return (
    <DetailPart run={run} size="tall">
      {(detail) => <Families run={run} detail={detail} part={part} />}
    </DetailPart>
  );
}

function Families({ run, detail, part }: SectionProps & { readonly detail: RunDetail }) {
  const { t } = useTranslation();
  const { journey } = run.request;
  const families = useMemo(() => familiesIn(detail, journey), [detail, journey]);
  const family = families.find((name) => name === part) ?? families[0];
  if (!family) return <p className={styles.soft}>{t('channels.none')}</p>;
  return (
    <div className={styles.block}>
      <nav aria-label={t('channels.families')} className={own.families}>
        {families.map((name) => (
          <Link
            key={name}
            href={`/results/channels/${name}`}
            aria-current={name === family ? 'page' : undefined}
          >
            {t(`channels.family.${name}`)}
          </Link>
        ))}
      </nav>
      <FamilyScreen key={family} run={run} detail={detail} family={family} />
    </div>
  );
}

interface FamilyScreenProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
  readonly family: Family;
}

function FamilyScreen({ run, detail, family }: FamilyScreenProps) {
  const { t } = useTranslation();
  const places = sendsOf(detail, family);
  return (
    <>
      {places.length > 0 && (
        <>
          <FamilyCards run={run} detail={detail} family={family} />
          <p className={styles.question}>{t(`channels.note.${family}`)}</p>
          <SendTable run={run} detail={detail} places={places} />
          <LoadPicture run={run} detail={detail} channels={FAMILIES[family]} />
        </>
      )}
      {family === 'calls' && allHandoffs(detail).length > 0 && (
        <>
          <HandoffCards run={run} detail={detail} />
          {places.length === 0 && <p className={styles.question}>{t('pipeline.note')}</p>}
        </>
      )}
      {family === 'calls' && <HandoffTable run={run} />}
      {family === 'calls' && allHandoffs(detail).length > 0 && <ArrivalPicture run={run} detail={detail} />}
    </>
  );
}
