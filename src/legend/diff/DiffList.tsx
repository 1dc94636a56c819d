import '../../i18n/versionsWords.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowRight, type LucideIcon } from 'lucide-react';
import type { JourneyDiff } from '../../journey/diffJourneys.ts';
import type { StepId } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { iconOf } from '../kindLook.ts';
import { markWords } from './markWords.ts';
import { fieldWords, type Comparison, type FieldWords } from './fieldWords.ts';
import { eitherName, linkFields, type ChangedLink } from './linkWords.ts';
import { clipped } from './plainWords.ts';
import { STATUS_ICON } from './statusLook.ts';
import styles from './DiffList.module.css';

interface DiffListProps {
  readonly diff: JourneyDiff;
  readonly comparison: Comparison;
  /** Absent: there is nothing to show a step in. */
  readonly onShow?: ((step: StepId) => void) | undefined;
}

/** Everything that differs, in words: fields with both values, steps that came and went, links. */
export function DiffList({ diff, comparison, onShow }: DiffListProps) {
  const { t } = useTranslation();
  const { changed, added, removed } = diff.steps;
  const head = [...diff.document, ...diff.settings].map((field) => fieldWords(field, comparison));
  const links: readonly ChangedLink[] = [
    ...diff.links.added.map(({ from, exit, to }) => ({ from, exit, after: to })),
    ...diff.links.removed.map(({ from, exit, to }) => ({ from, exit, before: to })),
    ...diff.links.redirected,
  ];
  return (
    <>
      <Section title={t('versions.view.journey')} count={head.length}>
        <li className={styles.entry}>
          <Fields fields={head} />
        </li>
      </Section>
      <Section title={t('versions.view.changed')} icon={STATUS_ICON.changed} count={changed.length}>
        {changed.map(({ id, after, fields }) => (
          <li key={id} className={styles.entry}>
            <StepName id={id} step={after} onShow={onShow} />
            <Fields fields={fields.map((field) => fieldWords(field, comparison, id))} />
          </li>
        ))}
      </Section>
      <LoneSteps title={t('versions.view.added')} icon={STATUS_ICON.added} steps={added} onShow={onShow} />
      <LoneSteps
        title={t('versions.view.removed')}
        icon={STATUS_ICON.removed}
        steps={removed}
        onShow={onShow}
      />
      <Section title={t('versions.view.links')} icon={STATUS_ICON.redirected} count={links.length}>
        {links.map((link) => (
          <li key={`${link.from}.${link.exit}.${link.before}.${link.after}`} className={styles.entry}>
            <Pressable look={styles.link} step={link.from} onShow={onShow}>
              <FieldLine {...linkFields(link, comparison)} />
            </Pressable>
          </li>
        ))}
      </Section>
      <Section title={t('versions.view.marks')} count={diff.marks.length}>
        {diff.marks.map((mark) => (
          <li key={`${mark.kind}.${mark.id}`} className={styles.entry}>
            <p className={styles.field}>
              <FieldLine {...markWords(mark, t)} />
            </p>
          </li>
        ))}
      </Section>
      <Section title={t('versions.view.moved')} count={diff.moved.length} help={t('versions.view.movedHelp')}>
        {diff.moved.map(({ id }) => (
          <li key={id} className={styles.entry}>
            <Pressable look={styles.step} step={id} onShow={onShow}>
              <span className={styles.name}>{eitherName(id, comparison)}</span>
            </Pressable>
          </li>
        ))}
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly count: number;
  readonly help?: string;
  readonly children: ReactNode;
}

/** Nothing where there is nothing to say. */
function Section({ title, icon, count, help, children }: SectionProps) {
  if (count === 0) return null;
  return (
    <section aria-label={title} className={styles.section}>
      <h3>
        {icon && <Icon of={icon} size={14} />}
        {title}
        <span className={styles.count}>{count}</span>
      </h3>
      {help && <p className={styles.help}>{help}</p>}
      <ul>{children}</ul>
    </section>
  );
}

interface LoneStepsProps extends Pick<DiffListProps, 'onShow'> {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly steps: JourneyDiff['steps']['added'];
}

function LoneSteps({ title, icon, steps, onShow }: LoneStepsProps) {
  return (
    <Section title={title} icon={icon} count={steps.length}>
      {steps.map(({ id, step }) => (
        <li key={id} className={styles.entry}>
          <StepName id={id} step={step} onShow={onShow} />
        </li>
      ))}
    </Section>
  );
}

interface StepNameProps extends Pick<DiffListProps, 'onShow'> {
  readonly id: StepId;
  readonly step: Step;
}

function StepName({ id, step, onShow }: StepNameProps) {
  const { t } = useTranslation();
  const name = clipped(step.name);
  return (
    <Pressable look={styles.step} step={id} title={t('versions.view.show', { step: name })} onShow={onShow}>
      <Icon of={iconOf(step)} size={14} />
      <span className={styles.name}>{name}</span>
      <span className={styles.kind}>{t(`words.kind.${step.kind}`)}</span>
    </Pressable>
  );
}

interface PressableProps extends Pick<DiffListProps, 'onShow'> {
  readonly step: StepId;
  readonly look: string | undefined;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A line that shows its step when it is pressed, where there is something to show it in. */
function Pressable({ step, look, title, onShow, children }: PressableProps) {
  if (!onShow) return <p className={look}>{children}</p>;
  return (
    <button type="button" className={look} title={title} onClick={() => onShow(step)}>
      {children}
    </button>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldWords[] }) {
  return fields.map((words) => (
    <p key={words.label} className={styles.field}>
      <FieldLine {...words} />
    </p>
  ));
}

function FieldLine({ label, before, after }: FieldWords) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.label}>{label}</span>
      <del>{before}</del>
      <Icon of={ArrowRight} size={12} />
      <span className="visually-hidden">{t('versions.arrow')}</span>
      <ins>{after}</ins>
    </>
  );
}
