import { useTranslation } from 'react-i18next';
import { RotateCcw } from 'lucide-react';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { Assumption, Design } from '../../../compile/response/assumption.ts';
import { isGiven } from '../../../compile/response/rates.ts';
import type { StepId } from '../../../journey/journey.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useChangeAssumption } from '../../../state/useChangeAssumption.ts';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { assumptionName } from '../../../legend/assumptionName.ts';
import { printAssumption, scaleOf } from '../../../legend/printAssumption.ts';
import { spanOf } from '../../../compile/response/spanOf.ts';
import { SwingBar } from './SwingBar.tsx';
import type { Swing } from '../../../state/swings.ts';
import styles from './answers.module.css';

interface AssumptionLineProps {
  readonly assumption: Assumption;
  readonly design: Design;
  readonly metric: PairedMetric;
  /** Undefined: not worked out. */
  readonly swing: Swing | undefined;
  /** The widest swing of the list, which fills its line. */
  readonly widest: number;
  readonly onShow: (id: StepId) => void;
}

/** One number: where it comes from, what it moves, and a box and a slider to change it. */
export function AssumptionLine({ assumption, design, metric, swing, widest, onShow }: AssumptionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = design.journey.settings;
  const wording = { t, format, currency };
  const change = useChangeAssumption();
  const { place, value, unit, most, source, reference } = assumption;
  const { low, high, whatIf } = spanOf(assumption);
  // The slider's ends stay where they are while it is moved, where there are such ends.
  const track = assumption.published ?? { low, high };
  const name = assumptionName(assumption, design.journey, wording);
  const print = (each: number) => printAssumption(each, unit, wording);
  const { scale, words } = scaleOf(unit, wording);
  const set = (next: number | undefined) => change(assumption, next);
  return (
    <li className={styles.assumption}>
      <Field
        label={name}
        aside={
          <span className={styles.badge} data-source={source}>
            {t(`calibrate.badge.${source}`)}
          </span>
        }
        help={
          <>
            {t(
              !whatIf
                ? 'answers.moves.range'
                : high === low
                  ? 'answers.moves.none'
                  : isGiven(source)
                    ? 'answers.moves.ownRange'
                    : 'answers.moves.noRange',
              { low: print(low), high: print(high), reference },
            )}
            {place.in !== 'send' && place.in !== 'handoff' && ` · ${t('answers.moves.everywhere')}`}
          </>
        }
      >
        <span className={styles.controls}>
          <NumberInput
            className={styles.box ?? ''}
            unit={words}
            min={0}
            max={most * scale}
            integer={unit === 'minutes'}
            value={Number((value * scale).toPrecision(6))}
            onChange={(typed) => set(typed / scale)}
          />
          {track.high > track.low && (
            <Slider
              aria-label={t('answers.moves.slider', { name })}
              valueText={print(value)}
              min={Math.min(track.low, value)}
              max={Math.max(track.high, value)}
              step={stepOf(track.high - track.low, unit)}
              notch={assumption.benchmark}
              value={value}
              onChange={(next) => set(rounded(next, unit))}
            />
          )}
          {canBeTakenBack(assumption, design) && (
            <IconButton
              small
              icon={RotateCcw}
              label={t('answers.moves.reset', { name })}
              onClick={() => set(undefined)}
            />
          )}
        </span>
      </Field>
      <SwingBar
        swing={swing}
        metric={metric}
        widest={widest}
        currency={currency}
        ends={[print(low), print(high)]}
      />
      {(place.in === 'send' || place.in === 'handoff') && (
        <button type="button" className={styles.what} onClick={() => onShow(place.step)}>
          {t('answers.first.show', { step: design.journey.steps[place.step]?.name ?? '' })}
        </button>
      )}
    </li>
  );
}

/** A hundredth of the span, which is as fine as a finger is. */
function stepOf(span: number, unit: Assumption['unit']): number {
  return unit === 'minutes' ? Math.max(1, Math.round(span / 100)) : span / 100;
}

/** Three figures: a slider’s place has no more to say. */
function rounded(value: number, unit: Assumption['unit']): number {
  return unit === 'minutes' ? Math.round(value) : Number(value.toPrecision(3));
}

/** Whether somebody said it here, so that it can be taken back. */
function canBeTakenBack({ place, source }: Assumption, { calibration }: Design): boolean {
  switch (place.in) {
    case 'handoff':
      return place.name === 'value' || place.name === 'costPerHandoff';
    case 'channel':
      return calibration.channels?.[place.channel]?.[place.name] !== undefined;
    case 'send':
      return true;
    case 'box':
    case 'common':
    case 'cost':
    case 'economics':
      return source === 'yours';
  }
}
