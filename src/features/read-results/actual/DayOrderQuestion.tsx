import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { dayOf, type DayOrder } from './readActual.ts';
import styles from './actual.module.css';

interface DayOrderQuestionProps {
  readonly asked: { readonly name: string; readonly found: string };
  readonly onAnswer: (order: DayOrder) => void;
}

const ORDERS = ['dayFirst', 'monthFirst'] as const;

/** 3/2/2026 is one day here and another one there: whoever exported the file knows which. */
export function DayOrderQuestion({ asked: { name, found }, onAnswer }: DayOrderQuestionProps) {
  const { t, i18n } = useTranslation();
  const dayIn = (order: DayOrder) => {
    const day = dayOf(found, order);
    const format = new Intl.DateTimeFormat(i18n.language, { timeZone: 'UTC', dateStyle: 'long' });
    return day === undefined ? found : format.format(new Date(`${day}T00:00:00Z`));
  };
  return (
    <div role="alert" className={styles.caution}>
      <p>
        {t('actual.ask.title', { found, file: name })} {t('actual.ask.help')}
      </p>
      <div className={styles.actions}>
        {ORDERS.map((order) => (
          <Button key={order} small onClick={() => onAnswer(order)}>
            {t(`actual.ask.${order}`, { day: dayIn(order) })}
          </Button>
        ))}
      </div>
    </div>
  );
}
