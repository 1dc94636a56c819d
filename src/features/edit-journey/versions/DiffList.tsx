import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowRight, type LucideIcon } from 'lucide-react';
import type { StepId } from '../../../journey/journey.ts';
import type { Step } from '../../../journey/steps/index.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { iconOf } from '../kindLook.ts';
import { markWords } from './markWords.ts';
import { fieldWords, type Comparison, type FieldWords } from './fieldWords.ts';
import type { MergedJourney } from './mergeJourneys.ts';
import { clipped } from './plainWords.ts';
import { STATUS_ICON } from './statusLook.ts';
import { useDiffWords } from './useDiffWords.ts';
import styles from './DiffList.module.css';

interface DiffListProps {
  readonly merged: MergedJourney;
  readonly comparison: Comparison;
  readonly onShow: (step: StepId) => void;
}

/** Everything that differs, in words: fields with both values, steps that came and went, links. */
export function DiffList({ merged, comparison, onShow }: DiffListProps) {
  const { t } = useTranslation();
  const { diff } = merged;
  const { linkFields, nameOf } = useDiffWords(comparison, merged);
  const { changed, added, removed } = diff.steps;
  const head = [...diff.document, ...diff.settings].map((field) => fieldWords(field, comparison));
  const links = [
    ...diff.links.added.map(({ from, exit, to }) => ({ from, words: linkFields(from, exit, undefined, to) })),
    ...diff.links.removed.map(({ from, exit, to }) => ({ from, words: linkFields(from, exit, to) })),
    ...diff.links.redirected.map(({ from, exit, before, after }) => ({
      from,
      words: linkFields(from, exit, before, after),
    })),
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
            <StepButton step={after} onShow={() => onShow(id)} />
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
        {links.map(({ from, words }) => (
          <li key={words.label + words.before + words.after} className={styles.entry}>
            <button type="button" className={styles.link} onClick={() => onShow(from)}>
              <FieldLine {...words} />
            </button>
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
            <button type="button" className={styles.step} onClick={() => onShow(id)}>
              <span className={styles.name}>{nameOf(id)}</span>
            </button>
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

interface LoneStepsProps {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly steps: MergedJourney['diff']['steps']['added'];
  readonly onShow: (step: StepId) => void;
}

function LoneSteps({ title, icon, steps, onShow }: LoneStepsProps) {
  return (
    <Section title={title} icon={icon} count={steps.length}>
      {steps.map(({ id, step }) => (
        <li key={id} className={styles.entry}>
          <StepButton step={step} onShow={() => onShow(id)} />
        </li>
      ))}
    </Section>
  );
}

function StepButton({ step, onShow }: { readonly step: Step; readonly onShow: () => void }) {
  const { t } = useTranslation();
  const name = clipped(step.name);
  return (
    <button
      type="button"
      className={styles.step}
      title={t('versions.view.show', { step: name })}
      onClick={onShow}
    >
      <Icon of={iconOf(step)} size={14} />
      <span className={styles.name}>{name}</span>
      <span className={styles.kind}>{t(`words.kind.${step.kind}`)}</span>
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
