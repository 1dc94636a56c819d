import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useChangeAssumption } from '../../../state/useChangeAssumption.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.ts';
import type { Remedy } from './remedyOf.ts';
import styles from './actual.module.css';

interface RemedyLineProps {
  readonly remedy: Remedy | undefined;
  /** Of the line that it is about. */
  readonly name: string;
}

/** What to do about an alert, and a button that does it. */
export function RemedyLine({ remedy, name }: RemedyLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const notices = useNotices();
  const change = useChangeAssumption();
  const steps = useWorkspace(({ journey }) => journey?.steps);
  if (!remedy) return null;
  if (remedy.kind === 'sent') return <p className={styles.soft}>{t('actual.do.sent')}</p>;
  const { rate, base, seen, expected, isBaseOff, change: wanted } = remedy;
  const of = t(`actual.fields.${base}`);
  const isGone = wanted?.place.in === 'send' && steps?.[wanted.place.step] === undefined;
  const calibrate = () => {
    if (!wanted) return;
    change({ id: `actual.${JSON.stringify(wanted.place)}`, place: wanted.place }, wanted.value);
    notices.say(t('actual.do.calibrated', { value: format.rate(wanted.value) }));
  };
  return (
    <div className={styles.remedy}>
      <p className={styles.soft}>
        {t('actual.do.rate', {
          actual: format.rate(seen),
          base: of.toLowerCase(),
          expected: format.rate(expected),
        })}{' '}
        {isBaseOff && t('actual.do.base', { base: of })}
        {isGone && t('actual.do.gone')}
      </p>
      {wanted && !isGone && rate !== 'replied' && (
        <Button
          small
          onClick={calibrate}
          aria-label={`${t('actual.do.calibrate', { name: t(`actual.do.rates.${rate}`), value: format.rate(wanted.value) })}: ${name}`}
        >
          {t('actual.do.calibrate', {
            name: t(`actual.do.rates.${rate}`),
            value: format.rate(wanted.value),
          })}
        </Button>
      )}
    </div>
  );
}
