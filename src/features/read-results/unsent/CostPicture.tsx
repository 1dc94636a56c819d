import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { formatBand } from '../../../i18n/format.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';
import { COST_METRICS, directionOf, figureOf, isMoney, type CostMetric } from './costFigures.ts';
import { ruleHeading, ruleWords, type Naming } from './reasonWords.ts';
import { useNaming } from './useNaming.ts';
import type { CostedRule } from './useRuleCosts.ts';

interface CostPictureProps {
  readonly run: ShownRun;
  readonly rules: readonly CostedRule[];
}

/** One figure of all rules beside each other. */
export function CostPicture({ run, rules }: CostPictureProps) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const about = useAboutRun(run);
  const [metric, setMetric] = useState<CostMetric>('conversions');
  const print = printer(metric, naming);
  const rows = rules
    .flatMap(({ key, rule, cost }) =>
      cost
        ? [
            {
              key,
              cost,
              label: ruleHeading(rule, naming),
              inSentence: ruleWords(rule, naming),
              figure: figureOf(cost, metric),
            },
          ]
        : [],
    )
    .toSorted((a, b) => Math.abs(b.figure.value) - Math.abs(a.figure.value));
  const clear = rows.find(({ figure }) => directionOf(figure) !== 'unclear');
  const title = clear
    ? t('unsent.costs.chart', {
        rule: clear.inSentence,
        change: `${signed(clear.figure.value, print)} ${t(`unsent.costs.metrics.${metric}`).toLowerCase()}`,
      })
    : t('unsent.costs.chartNone');
  return (
    <ChartFrame
      title={title}
      note={t('unsent.costs.note')}
      about={about}
      fileName="what-rules-cost"
      pending={run.pending}
      controls={
        <Field label={t('unsent.costs.metric')} hideLabel>
          <Select
            value={metric}
            onChange={setMetric}
            options={COST_METRICS.map((value) => ({ value, label: t(`unsent.costs.metrics.${value}`) }))}
          />
        </Field>
      }
      table={{
        caption: title,
        columns: [
          { key: 'rule', header: t('unsent.costs.rule') },
          ...COST_METRICS.flatMap((name) => {
            const header = t(`unsent.costs.metrics.${name}`);
            const look = { align: 'end' as const, print: printer(name, naming) };
            return [
              { key: name, header, ...look },
              { key: `${name}Low`, header: t('unsent.costs.low', { metric: header }), ...look },
              { key: `${name}High`, header: t('unsent.costs.high', { metric: header }), ...look },
            ];
          }),
        ],
        rows: rows.map(({ label, cost }) => ({
          rule: label,
          ...Object.fromEntries(
            COST_METRICS.flatMap((name) => {
              const { value, low, high } = figureOf(cost, name);
              return [
                [name, value],
                [`${name}Low`, low],
                [`${name}High`, high],
              ];
            }),
          ),
        })),
      }}
    >
      <Bars
        label={title}
        bars={rows.map(({ key, label, figure }) => ({
          key,
          label,
          amount: figure,
          value: signed(figure.value, print),
          note: formatBand(figure, print),
        }))}
      />
    </ChartFrame>
  );
}

function printer(metric: CostMetric, { format, journey }: Naming): (value: number) => string {
  return isMoney(metric)
    ? (value) => format.money(Math.round(value), journey.settings.currency)
    : (value) => format.number(Math.round(value));
}

function signed(value: number, print: (value: number) => string): string {
  return value > 0 ? `+${print(value)}` : print(value);
}
