import { useTranslation } from 'react-i18next';
import { Plus, Trash2, X } from 'lucide-react';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { Button } from '../../../ui/Button.tsx';
import { requiredText } from '../../../ui/complaints.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { Figures } from '../numbers/figures.ts';
import { ParameterSelect } from '../numbers/ParameterSelect.tsx';
import { parameterName, printValue } from '../numbers/parameterWords.ts';
import type { Parameters } from '../numbers/useParameters.ts';
import { ValueField } from '../numbers/ValueField.tsx';
import { firstValue } from './firstValue.ts';
import { foundChanges, type FoundChange, type Scenario } from './scenario.ts';
import styles from '../compareRuns.module.css';

interface ScenarioCardProps {
  readonly scenario: Scenario;
  readonly parameters: Parameters;
  readonly figures: Figures;
  readonly onChange: (scenario: Scenario) => void;
  readonly onRemove: () => void;
}

/** One what-if: its name, and which numbers are others in it. */
export function ScenarioCard({ scenario, parameters, figures, onChange, onRemove }: ScenarioCardProps) {
  const { t } = useTranslation();
  const { name, changes } = scenario;
  const become = (next: Scenario['changes']) => onChange({ ...scenario, changes: next });
  const free = parameters.all.filter(({ id }) => changes.every(({ parameter }) => parameter !== id));
  const [first] = free;
  return (
    <section aria-label={name} className={styles.card}>
      <div className={styles.cardHead}>
        <div className={styles.grow}>
          <CheckedInput
            label={t('compareRuns.scenarios.name')}
            value={name}
            complain={requiredText(t, t('compareRuns.scenarios.nameMissing'))}
            onChange={(next) => onChange({ ...scenario, name: next })}
          />
        </div>
        <IconButton icon={Trash2} label={t('compareRuns.scenarios.remove', { name })} onClick={onRemove} />
      </div>
      {foundChanges(scenario, parameters.all).map((change, at) => (
        <ChangeRow
          key={change.parameter}
          change={change}
          choices={parameters.all.filter(
            ({ id }) => id === change.parameter || free.some((one) => one.id === id),
          )}
          parameters={parameters}
          figures={figures}
          onChange={(next) => become(changes.map((one, place) => (place === at ? next : one)))}
          onRemove={() => become(changes.filter((_, place) => place !== at))}
        />
      ))}
      <div>
        <Button
          small
          icon={Plus}
          disabled={!first}
          onClick={() => first && become([...changes, { parameter: first.id, value: firstValue(first) }])}
        >
          {t('compareRuns.scenarios.addChange')}
        </Button>
      </div>
    </section>
  );
}

interface ChangeRowProps {
  readonly change: FoundChange;
  /** What it may be of, besides what it is of: a number is changed once. */
  readonly choices: readonly Sweepable[];
  readonly parameters: Parameters;
  readonly figures: Figures;
  readonly onChange: (change: { readonly parameter: string; readonly value: number }) => void;
  readonly onRemove: () => void;
}

function ChangeRow({ change, choices, parameters, figures, onChange, onRemove }: ChangeRowProps) {
  const { t } = figures;
  const { of, parameter, value } = change;
  const remove = (
    <IconButton
      icon={X}
      label={t('compareRuns.scenarios.removeChange', {
        name: of ? parameterName(of, parameters.design, figures) : t('compareRuns.scenarios.goneName'),
      })}
      onClick={onRemove}
    />
  );
  if (!of)
    return (
      <div className={styles.change}>
        <p className={styles.bad}>{t('compareRuns.scenarios.gone')}</p>
        {remove}
      </div>
    );
  return (
    <div className={styles.change}>
      <ParameterSelect
        label={t('compareRuns.scenarios.what')}
        value={parameter}
        parameters={{ ...parameters, all: choices }}
        figures={figures}
        onChange={(next) => onChange({ parameter: next.id, value: firstValue(next) })}
      />
      <ValueField
        key={parameter}
        label={t('compareRuns.scenarios.instead', { now: printValue(of, of.value, figures) })}
        parameter={of}
        value={value}
        currency={figures.currency}
        onChange={(next) => onChange({ parameter, value: next })}
      />
      {remove}
    </div>
  );
}
