import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../analytics/comparePaired.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { classes } from '../../../ui/classes.ts';
import { useCurrency } from '../useCurrency.ts';
import type { PolicyEffect } from '../../../analytics/effectOf.ts';
import type { PolicyEffects } from './usePolicyEffects.ts';
import styles from './policies.module.css';

interface EffectOfProps {
  readonly policyKey: string;
  readonly effects: PolicyEffects;
  readonly holds: boolean;
  readonly reason: string | undefined;
}

/** What a policy does to the open journey, in the forecast's figures. While new figures are on their way, a word says so and the older ones are dimmed. */
export function EffectOf({ policyKey, effects, holds, reason }: EffectOfProps) {
  const { t } = useTranslation();
  const journey = useWorkspace((workspace) => workspace.journey?.name ?? '');
  const effect = effects.of.get(policyKey);
  const { trouble, pending } = effects;
  return (
    <div
      role="group"
      aria-label={t('settings.effect.label')}
      aria-busy={pending}
      data-pending={pending}
      className={classes(styles.effect, pending && styles.pending)}
    >
      {!effect && (
        <p className={styles.soft}>
          {trouble?.kind === 'simulator'
            ? t('settings.effect.failed', { words: trouble.words })
            : t(trouble ? 'settings.effect.blocked' : 'settings.effect.pending', { journey })}
        </p>
      )}
      {effect?.kind === 'nothing' && (
        <p className={styles.soft}>
          {t(pending ? 'settings.effect.working' : 'settings.effect.nothing', { journey })}
        </p>
      )}
      {effect?.kind === 'some' && (
        <>
          <p className={styles.soft}>
            {t(pending ? 'settings.effect.working' : 'settings.effect.intro', { journey })}
          </p>
          <Figures effect={effect} />
          {holds && <p className={styles.soft}>{t('settings.effect.later')}</p>}
        </>
      )}
      {effect && reason !== undefined && <LeftOut reason={reason} />}
    </div>
  );
}

function Figures({ effect }: { readonly effect: PolicyEffect & { readonly kind: 'some' } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useCurrency();
  const { differences, messages } = effect;
  const count = (value: number) => format.number(Math.round(value));
  const money = (value: number) => format.money(Math.round(value), currency);
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('settings.effect.messages')}</dt>
        <dd>{messages === 0 ? t('settings.effect.noChange') : signed(messages, count)}</dd>
      </div>
      <Figure label={t('settings.effect.conversions')} difference={differences.conversions} print={count} />
      <Figure label={t('settings.effect.cost')} difference={differences.cost} print={money} />
      <Figure label={t('settings.effect.profit')} difference={differences.profit} print={money} />
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly difference: Difference;
  readonly print: (value: number) => string;
}

function Figure({ label, difference: { by, certain }, print }: FigureProps) {
  const { t } = useTranslation();
  const isNone = by.low === 0 && by.high === 0;
  const band = { low: signed(by.low, print), high: signed(by.high, print) };
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isNone
          ? t('settings.effect.noChange')
          : certain
            ? signed(by.value, print)
            : t('settings.effect.noise')}
        {!isNone && <span className={styles.band}>{t('settings.effect.band', band)}</span>}
      </dd>
    </div>
  );
}

/** With its sign, but for nothing. */
function signed(value: number, print: (value: number) => string): string {
  const text = print(value);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** What the forecast left out because of it. */
function LeftOut({ reason }: { readonly reason: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unsent = useWorkspace(({ forecast }) =>
    (forecast.report?.messages ?? []).reduce((sum, message) => sum + (message.unsent[reason] ?? 0), 0),
  );
  if (unsent === 0) return null;
  const messages = t('settings.messages', { count: Math.round(unsent), figure: format.number(unsent) });
  return <p className={styles.soft}>{t('settings.effect.leftOut', { messages })}</p>;
}
