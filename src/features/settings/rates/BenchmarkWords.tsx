import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benchmark } from '../../../compile/response/benchmarks.ts';

interface BenchmarkWordsProps {
  readonly benchmark: Benchmark;
  readonly print: (value: number) => string;
  /** What else there is to say, first. */
  readonly children?: ReactNode;
}

/** A published figure with its range and where it comes from. */
export function BenchmarkWords({ benchmark, print, children }: BenchmarkWordsProps) {
  const { t } = useTranslation();
  const { value, low, high, reference } = benchmark;
  const isRanged = low !== undefined && high !== undefined;
  return (
    <>
      {children}{' '}
      {isRanged
        ? t('settings.channels.benchmark', { value: print(value), low: print(low), high: print(high) })
        : t('settings.channels.benchmarkPlain', { value: print(value) })}
      {' · '}
      {t('settings.channels.reference', { reference })}
    </>
  );
}
