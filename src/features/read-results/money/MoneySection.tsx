import '../../../i18n/moneyWords.ts';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../analytics/finance/figure.ts';
import { Needs } from '../Needs.tsx';
import type { SectionProps } from '../section.ts';
import { useLacking } from '../useLacking.ts';
import { assumptionsOf } from './assumptions.ts';
import { FigureCard } from './FigureCard.tsx';
import { BothCounts } from './BothCounts.tsx';
import { causedFigures, clickFigures, customerFigures } from './moneyFigures.ts';
import { PartsTable } from './PartsTable.tsx';
import { useBothWorlds } from './useBothWorlds.ts';
import { useCustomerWorth } from './useCustomerWorth.ts';
import { useFigureWords } from './useFigureWords.ts';
import { WhatIfState } from './WhatIfState.tsx';
import { countedIn } from './withoutJourney.ts';
import { WorthForm } from './WorthForm.tsx';
import styles from './money.module.css';

/** Without the run’s contacts what it came to still says something; what it caused, and per customer, needs them. */
export function MoneySection({ run }: SectionProps) {
  const lacking = useLacking(run);
  const byClicks = useMemo(() => clickFigures(run), [run]);
  if (lacking?.kind !== 'list') return <AllMoney run={run} />;
  return (
    <>
      <FigureGroup run={run} ownMonths={false} name="clicks" figures={byClicks} pending={false} />
      <Needs lacking={lacking} />
    </>
  );
}

/** What the journey earns and costs: by clicks, by what it caused, per customer, and which of its parts pays for itself. */
function AllMoney({ run }: SectionProps) {
  const { t } = useTranslation();
  const { request, pending } = run;
  const { currency } = request.journey.settings;
  const asked = useBothWorlds(run);
  const { worlds, isStale } = asked;
  const form = useCustomerWorth(run);
  const byClicks = useMemo(() => clickFigures(run), [run]);
  const caused = useMemo(() => worlds && causedFigures(worlds), [worlds]);
  const customers = useMemo(() => worlds && customerFigures(worlds, form.worth), [worlds, form.worth]);
  const group = { run, ownMonths: form.worth.months !== undefined };
  return (
    <>
      <FigureGroup {...group} name="caused" figures={caused} pending={isStale}>
        <BothCounts run={run} className={styles.note} />
        {(!worlds || !isStale || asked.answer?.kind !== 'asking') && <WhatIfState {...asked} />}
      </FigureGroup>
      <FigureGroup {...group} name="clicks" figures={byClicks} pending={pending} />
      <FigureGroup {...group} name="customers" figures={customers} pending={isStale}>
        <WorthForm form={form} currency={currency} />
      </FigureGroup>
      <p className={styles.note}>{`${t('money.groups.interval')} ${t('money.groups.formula')}`}</p>
      <PartsTable run={run} />
    </>
  );
}

interface FigureGroupProps extends SectionProps {
  readonly name: 'caused' | 'clicks' | 'customers';
  /** Undefined: not known yet. */
  readonly figures: readonly Figure[] | undefined;
  readonly ownMonths: boolean;
  readonly pending: boolean;
  readonly children?: ReactNode;
}

function FigureGroup({ run, name, figures, ownMonths, pending, children }: FigureGroupProps) {
  const { t } = useTranslation();
  const { journey, policies } = run.request;
  const counted = countedIn(run.request);
  const words = useFigureWords(journey.settings.currency, counted);
  return (
    <section className={styles.group} aria-labelledby={`money-${name}`}>
      <h2 id={`money-${name}`}>{t(`money.groups.${name}`)}</h2>
      <p className={styles.note}>{t(`money.groups.${name}Note`, { one: t(`money.one.${counted}`) })}</p>
      {figures ? (
        <div className={styles.cards}>
          {figures.map((figure) => (
            <FigureCard
              key={figure.name}
              figure={figure}
              words={words}
              assumptions={assumptionsOf(figure.name, policies.economics, ownMonths)}
              pending={pending}
            />
          ))}
        </div>
      ) : (
        <div className={styles.coming} />
      )}
      {children}
    </section>
  );
}
