import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Assumption, AssumptionUnit } from '../../../compile/response/assumption.ts';
import { isGiven } from '../../../compile/response/rates.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { assumptionName } from '../../../legend/assumptionName.ts';
import { printAssumption } from '../../../legend/printAssumption.ts';
import type { Wording } from '../../../legend/stepSummary.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import styles from './assumptions.module.css';

interface LedgerProps {
  readonly request: SimulationRequest;
  readonly assumptions: readonly Assumption[];
}

/** Every number, where it comes from and where it is changed. */
export function Ledger({ request: { journey }, assumptions }: LedgerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = journey.settings;
  const wording = { t, format, currency };
  const name = (one: Assumption) => assumptionName(one, journey, wording);
  const range = t('assumptions.ledger.range');
  const print = (one: Assumption, value: number) => printAssumption(value, one.unit, wording);
  return (
    <div className={styles.ledger}>
      <DataTable
        caption={t('assumptions.ledger.title')}
        fileName="assumptions"
        rows={assumptions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: t('assumptions.ledger.assumption'),
            cell: (one) => <span className={styles.name}>{name(one)}</span>,
            sortBy: name,
            file: [{ header: t('assumptions.ledger.assumption'), of: name }],
          },
          {
            key: 'value',
            header: t('assumptions.ledger.value'),
            align: 'end',
            cell: (one) => print(one, one.value),
            file: [
              { header: t('assumptions.ledger.value'), of: ({ value }) => value },
              { header: t('assumptions.ledger.unit'), of: ({ unit }) => unitOf(unit, wording) },
            ],
          },
          {
            key: 'range',
            header: t('assumptions.ledger.range'),
            cell: (one) =>
              one.range ? (
                `${print(one, one.range.low)}–${print(one, one.range.high)}`
              ) : (
                <span className={styles.ranged}>{t(`assumptions.ledger.${withoutRange(one)}`)}</span>
              ),
            file: [
              { header: t('readResults.low', { figure: range }), of: (one) => one.range?.low },
              { header: t('readResults.high', { figure: range }), of: (one) => one.range?.high },
            ],
          },
          {
            key: 'source',
            header: t('assumptions.ledger.source'),
            cell: (one) => <Source assumption={one} />,
            sortBy: ({ source }) => source,
            file: [
              {
                header: t('assumptions.ledger.source'),
                of: ({ source }) => t(`calibrate.badge.${source}`),
              },
              { header: t('assumptions.ledger.reference'), of: ({ reference }) => reference },
            ],
          },
          {
            key: 'change',
            header: t('assumptions.ledger.change'),
            cell: (one) => <Change assumption={one} journey={journey} name={name(one)} />,
            file: [],
          },
        ]}
      />
      <p className={styles.soft}>{t('assumptions.ledger.run')}</p>
    </div>
  );
}

type WithoutRange = 'nothingToTry' | 'yoursNoRange' | 'journeyNoRange' | 'noRange';

function withoutRange({ value, source }: Assumption): WithoutRange {
  if (value === 0) return 'nothingToTry';
  return isGiven(source) ? `${source}NoRange` : 'noRange';
}

/** In which unit a file has it: a share as a part of one. */
function unitOf(unit: AssumptionUnit, { t, currency }: Pick<Wording, 't' | 'currency'>): string {
  return unit === 'money' ? currency : t(`assumptions.ledger.units.${unit}`);
}

function Source({ assumption: { source, reference } }: { readonly assumption: Assumption }) {
  const { t } = useTranslation();
  return (
    <span className={styles.source}>
      <span className={styles.badge} data-source={source} title={t(`calibrate.badgeHint.${source}`)}>
        {t(`calibrate.badge.${source}`)}
      </span>
      <span className={styles.soft}>{reference}</span>
    </span>
  );
}

interface ChangeProps {
  readonly assumption: Assumption;
  readonly journey: SimulationRequest['journey'];
  readonly name: string;
}

function Change({ assumption: { place }, journey, name }: ChangeProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [, go] = useLocation();
  switch (place.in) {
    case 'box':
    case 'channel':
    case 'common':
      return (
        <a href="#/settings/channels" aria-label={t('assumptions.ledger.toChannels', { name })}>
          {t('assumptions.ledger.inChannels')}
        </a>
      );
    case 'cost':
    case 'economics':
      return (
        <a href="#/settings/money" aria-label={t('assumptions.ledger.toMoney', { name })}>
          {t('assumptions.ledger.inMoney')}
        </a>
      );
    case 'send':
    case 'handoff': {
      const step = journey.steps[place.step]?.name ?? '';
      return (
        <button
          type="button"
          className={styles.link}
          aria-label={t('assumptions.ledger.toStep', { step })}
          onClick={() => {
            store.getState().select([place.step]);
            go('/');
          }}
        >
          {t('assumptions.ledger.inStep', { step })}
        </button>
      );
    }
  }
}
