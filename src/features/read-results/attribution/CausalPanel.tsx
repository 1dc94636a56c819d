import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../analytics/attribution/markov/markovSpread.ts';
import { claimantsOf, type Credited } from '../../../analytics/attribution/pathsOfTouches.ts';
import { MOST_EXACT } from '../../../analytics/attribution/shapley/causalShapley.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { scale, type Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { ShownRun } from '../shownRun.ts';
import { liftMetric } from './creditRows.ts';
import { contactsTried } from './liftRuns.ts';
import { useCausal, type CausalState } from './useCausal.ts';
import { useClaimantName, useMeasure, type MeasureWords } from './useWords.ts';
import styles from './attribution.module.css';

interface CausalPanelProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
  readonly measure: Measure;
  /** Whom the table above credits: its true lifts are of as many contacts. */
  readonly credited: Credited;
}

/** Fair parts of what all channels bring together, from runs with every set of them. */
export function CausalPanel({ run, detail, measure, credited }: CausalPanelProps) {
  const { t } = useTranslation();
  const { journey } = run.request;
  const channels = useMemo(() => claimantsOf(detail.sends, 'channel').claimants, [detail]);
  const goalIsOrder = journey.settings.goals[0]?.on.kind === 'conversion';
  const most = contactsTried(claimantsOf(detail.sends, credited).claimants.length);
  const metric = liftMetric(measure, goalIsOrder);
  const { state, start, cancel } = useCausal({ run, channels, metric, most });
  const nameOf = useClaimantName(journey, detail, 'channel');
  const words = useMeasure(measure, journey.settings.currency);
  return (
    <section className={styles.card} aria-label={t('attribution.causal.title')}>
      <h2 className={styles.title}>{t('attribution.causal.title')}</h2>
      <p className={styles.help}>{t('attribution.causal.help')}</p>
      {state.kind === 'known' ? (
        <Brought {...{ state, channels, nameOf, words }} />
      ) : (
        <Asking state={state} channels={channels.length} onStart={start} onCancel={cancel} />
      )}
    </section>
  );
}

interface AskingProps {
  readonly state: Exclude<CausalState, { readonly kind: 'known' }>;
  readonly channels: number;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

function Asking({ state, channels, onStart, onCancel }: AskingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state.kind === 'working')
    return (
      <div className={styles.line}>
        <span>{t('attribution.causal.working')}</span>
        <ProgressBar label={t('attribution.causal.working')} share={state.share} />
        <Button small onClick={onCancel}>
          {t('attribution.causal.cancel')}
        </Button>
      </div>
    );
  return (
    <div className={styles.line}>
      {state.kind === 'failed' && (
        <span role="alert">{t('attribution.causal.failed', { words: state.words })}</span>
      )}
      <Button onClick={onStart}>
        {channels <= MOST_EXACT
          ? t('attribution.causal.start', { runs: format.number(2 ** channels) })
          : t('attribution.causal.startDrawn')}
      </Button>
    </div>
  );
}

interface BroughtProps {
  readonly state: Extract<CausalState, { readonly kind: 'known' }>;
  readonly channels: readonly string[];
  readonly nameOf: (claimant: string) => string;
  readonly words: MeasureWords;
}

function Brought({ state, channels, nameOf, words }: BroughtProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer, contacts, shown, jointly } = state;
  const rows = channels
    .flatMap((channel, place): readonly { readonly channel: string; readonly brings: Estimate }[] => {
      const perContact = answer.perContact[place];
      return perContact ? [{ channel, brings: scale(perContact, shown) }] : [];
    })
    .toSorted((a, b) => b.brings.value - a.brings.value);
  const [best] = rows;
  const about = { runs: format.number(answer.runs), contacts: format.number(contacts) };
  return (
    <>
      <p className={styles.said}>
        {best && best.brings.low > 0
          ? t('attribution.causal.found', {
              claimant: nameOf(best.channel),
              amount: words.say(best.brings.value),
            })
          : t('attribution.causal.foundNothing')}
      </p>
      <DataTable
        caption={t('attribution.causal.title')}
        hideCaption
        columns={[
          {
            key: 'channel',
            header: t('attribution.column.claimant.channel'),
            cell: ({ channel }) => nameOf(channel),
          },
          {
            key: 'brings',
            header: t('attribution.causal.column'),
            align: 'end',
            cell: ({ brings }) => (
              <>
                <div className={styles.figure}>{words.print(brings.value)}</div>
                <div className={styles.soft}>{formatBand(brings, words.print)}</div>
              </>
            ),
          },
        ]}
        rows={rows}
        rowKey={({ channel }) => channel}
      />
      <p className={styles.said}>{t('attribution.causal.sum', { jointly: words.say(jointly) })}</p>
      <p className={styles.help}>
        {t(answer.exact ? 'attribution.causal.done' : 'attribution.causal.doneDrawn', about)}
      </p>
    </>
  );
}
