import { NumberInput } from '../ui/NumberInput.tsx';
import { probability, type Probability } from '../journey/units.ts';

interface PercentInputProps {
  readonly value: Probability | undefined;
  readonly onChange: (value: Probability) => void;
  readonly onEmpty?: () => void;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/** A share typed in per cent. */
export function PercentInput({ value, onChange, ...rest }: PercentInputProps) {
  return (
    <NumberInput
      {...rest}
      unit="%"
      min={0}
      max={100}
      value={value === undefined ? undefined : inPercent(value)}
      onChange={(percent) => onChange(probability(percent / 100))}
    />
  );
}

/** 0.06 → 6, not 6.000000000000001. */
function inPercent(share: number): number {
  return Number((share * 100).toPrecision(12));
}
