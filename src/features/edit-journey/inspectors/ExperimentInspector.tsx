import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { freshId } from '../../../journey/ids.ts';
import type { Arm, ExperimentStep } from '../../../journey/steps/experiment.ts';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { RowList } from '../../../forms/RowList.tsx';
import { Section } from '../../../forms/Section.tsx';
import { freeName } from './freeName.ts';
import { GhostNote } from '../ghost/GhostNote.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { StepForm } from './StepForm.tsx';
import { addingUp, evenWeights, sumOf } from './weights.ts';
import styles from '../../../forms/fields.module.css';
import { requiredText } from '../../../ui/complaints.ts';

const FIRST_HOLDOUT = 10;

export function ExperimentInspector({ id, step, onChange }: InspectorProps<'experiment'>) {
  const { t } = useTranslation();
  const change = editing<'experiment'>({ id, onChange });
  const shares = sharesOf(step);
  // While one share is typed the others follow from what they were before: “5” on the way to “50” must not flatten them.
  const [typing, setTyping] = useState<Typing>();

  const setShare = (index: number, weight: number) => {
    const going = typing?.index === index && sameShares(typing.after, shares);
    const before = going ? typing.before : shares;
    const after = addingUp(before.toSpliced(index, 1, weight), keepable(step, index));
    setTyping({ index, before, after });
    change(withShares(step, after), `share${index}`);
  };
  const newArm = (): Arm => ({
    id: freshId(
      step.arms.map((arm) => arm.id),
      'arm',
    ),
    name: freeName(step.arms, (at) => t('inspectors.experiment.newArm', { letter: letterOf(at) })),
    weight: 0,
  });
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.experiment.arms')} hint={t('inspectors.experiment.hint')}>
        <RowList
          rows={step.arms}
          nameOf={(arm) => t('inspectors.experiment.arm', { name: arm.name })}
          keepLast={t('inspectors.experiment.last')}
          addLabel={t('inspectors.experiment.add')}
          fresh={newArm}
          onChange={(arms, field) => {
            change(rearranged(step, arms), field);
          }}
          head={(arm, index, set) => (
            <div className={styles.named}>
              <CheckedInput
                label={t('inspectors.experiment.armName')}
                hideLabel
                value={arm.name}
                complain={requiredText(t)}
                onChange={(name) => set({ ...arm, name }, 'name')}
              />
              <Field label={t('inspectors.experiment.weightOf', { name: arm.name })} hideLabel>
                <NumberInput
                  unit="%"
                  min={0}
                  max={100}
                  value={arm.weight}
                  onChange={(weight) => setShare(index, weight)}
                />
              </Field>
            </div>
          )}
          body={(arm, index) => (
            <WeightSlider
              name={t('inspectors.experiment.weightOf', { name: arm.name })}
              weight={arm.weight}
              onChange={(weight) => setShare(index, weight)}
            />
          )}
        />
        <Sum
          sum={sumOf(shares)}
          onHundred={() => change(withShares(step, addingUp(shares, keepable(step, undefined))))}
          onEven={() => change(withShares(step, evenShares(step)))}
        />
        <GhostNote />
        <FieldProblem path={`steps.${id}.arms`} />
      </Section>
      <Section title={t('words.exit.holdout')}>
        <Switch
          label={t('inspectors.experiment.holdout')}
          help={t('inspectors.experiment.holdoutHint')}
          checked={step.holdout !== undefined}
          onChange={(on) => change(on ? withHoldout(step) : withoutHoldout(step))}
        />
        {step.holdout && (
          <>
            <Field label={t('inspectors.experiment.holdoutWeight')}>
              <NumberInput
                unit="%"
                min={0}
                max={100}
                value={step.holdout.weight}
                onChange={(weight) => setShare(step.arms.length, weight)}
              />
            </Field>
            <WeightSlider
              name={t('inspectors.experiment.holdoutWeight')}
              weight={step.holdout.weight}
              onChange={(weight) => setShare(step.arms.length, weight)}
            />
            <FieldProblem path={`steps.${id}.holdout.weight`} />
            <Switch
              label={t('inspectors.experiment.goesOn')}
              help={t('inspectors.experiment.goesOnHint')}
              checked={step.holdout.goesOn}
              onChange={(goesOn) => step.holdout && change({ ...step, holdout: { ...step.holdout, goesOn } })}
            />
          </>
        )}
      </Section>
    </StepForm>
  );
}

interface WeightSliderProps {
  readonly name: string;
  readonly weight: number;
  readonly onChange: (weight: number) => void;
}

function WeightSlider({ name, weight, onChange }: WeightSliderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Slider
      aria-label={t('inspectors.slider', { label: name })}
      min={0}
      max={100}
      step={1}
      value={weight}
      valueText={format.rate(weight / 100)}
      onChange={onChange}
    />
  );
}

interface Typing {
  readonly index: number;
  /** The shares before the first key. */
  readonly before: readonly number[];
  /** The shares after the last one; others now: something else changed them since. */
  readonly after: readonly number[];
}

const sameShares = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((share, at) => share === b[at]);

interface SumProps {
  readonly sum: number;
  readonly onHundred: () => void;
  readonly onEven: () => void;
}

function Sum({ sum, onHundred, onEven }: SumProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const good = sum === 100;
  return (
    <div className={styles.sum}>
      <span role="status" className={`${styles.sumWords} ${good ? styles.good : styles.bad}`}>
        <Icon of={good ? CircleCheck : CircleAlert} size={14} />
        {good
          ? t('inspectors.experiment.sumGood')
          : t('inspectors.experiment.sumBad', { sum: format.number(sum, 2) })}
      </span>
      {!good && (
        <Button small onClick={onHundred}>
          {t('inspectors.experiment.makeHundred')}
        </Button>
      )}
      <Button small onClick={onEven}>
        {t('inspectors.experiment.even')}
      </Button>
    </div>
  );
}

/** A … Z, A2 … */
function letterOf(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(65 + (index % 26)) + (round === 0 ? '' : `${round + 1}`);
}

/** The arms' shares and, last, the holdout's. */
function sharesOf(step: ExperimentStep): readonly number[] {
  return [...step.arms.map((arm) => arm.weight), ...(step.holdout ? [step.holdout.weight] : [])];
}

function withShares(step: ExperimentStep, shares: readonly number[]): ExperimentStep {
  const arms = step.arms.map((arm, index) => ({ ...arm, weight: shares[index] ?? 0 }));
  const holdout = step.holdout && { ...step.holdout, weight: shares[step.arms.length] ?? 0 };
  return put({ ...step, arms }, 'holdout', holdout);
}

/** The shares to keep: the one typed last, then the holdout's. */
function keepable(step: ExperimentStep, last: number | undefined): readonly number[] {
  const holdout = step.holdout ? [step.arms.length] : [];
  return last === undefined ? holdout : [...new Set([last, ...holdout])];
}

/** Even arms; the holdout keeps its share. */
function evenShares(step: ExperimentStep): readonly number[] {
  const even = evenWeights(step.arms.length);
  return step.holdout ? addingUp([...even, step.holdout.weight], [step.arms.length]) : even;
}

/** A new arm takes an even part, a removed one leaves its part to the others: 100 % stays 100 %. */
function rearranged(step: ExperimentStep, arms: readonly Arm[]): ExperimentStep {
  const before = sharesOf(step);
  const next = { ...step, arms };
  if (arms.length === step.arms.length || sumOf(before) !== 100) return next;
  const shares = sharesOf(next);
  if (arms.length < step.arms.length)
    return withShares(next, addingUp(shares, step.holdout ? [arms.length] : []));
  return withShares(
    next,
    addingUp(shares.with(arms.length - 1, Math.floor(100 / shares.length)), [
      arms.length - 1,
      ...(step.holdout ? [arms.length] : []),
    ]),
  );
}

function withHoldout(step: ExperimentStep): ExperimentStep {
  const next: ExperimentStep = { ...step, holdout: { weight: FIRST_HOLDOUT, goesOn: true } };
  return withShares(next, addingUp(sharesOf(next), [step.arms.length]));
}

function withoutHoldout(step: ExperimentStep): ExperimentStep {
  const next = put(step, 'holdout', undefined);
  return withShares(next, addingUp(sharesOf(next)));
}
