import { useTranslation } from 'react-i18next';
import type { Journey } from '../../journey/journey.ts';
import { MissingTemplate, TemplateCard } from './TemplateCard.tsx';
import type { FiguresFile } from './templateFigures.ts';
import { JOBS, type Job } from './templates.ts';
import { useFigures, type Template } from './useTemplates.ts';
import library from './library.module.css';
import styles from './template.module.css';

interface TemplatesProps {
  /** Those to be shown, in their order. */
  readonly templates: readonly Template[];
  readonly onUse: (journey: Journey) => void;
}

/** The templates by the job they do; jobs without any are left out. */
export function Templates({ templates, onUse }: TemplatesProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const jobs = JOBS.flatMap((job) => {
    const own = templates.filter((template) => template.job === job);
    return own.length > 0 ? [{ job, own }] : [];
  });
  return (
    <section aria-labelledby="templates" className={library.section}>
      <h2 id="templates">{t('manageJourneys.templates')}</h2>
      <p className={library.intro}>{t('manageJourneys.templatesHint')}</p>
      {jobs.map(({ job, own }) => (
        <JobGroup key={job} job={job} templates={own} figures={figures} onUse={onUse} />
      ))}
    </section>
  );
}

interface JobGroupProps extends TemplatesProps {
  readonly job: Job;
  readonly figures: FiguresFile | 'missing' | undefined;
}

function JobGroup({ job, templates, figures, onUse }: JobGroupProps) {
  const { t } = useTranslation();
  const title = `templates-${job}`;
  return (
    <section aria-labelledby={title} className={styles.job}>
      <h3 id={title}>{t(`manageJourneys.jobs.${job}`)}</h3>
      <p className={library.intro}>{t(`manageJourneys.jobHints.${job}`)}</p>
      <ul className={styles.grid}>
        {templates.map((template) => {
          const { name } = template;
          if (template.state === 'loading') return <li key={name} className={styles.loading} aria-hidden />;
          if (template.state === 'missing') return <MissingTemplate key={name} template={name} />;
          const { journey } = template;
          const use = () => onUse(journey);
          return <TemplateCard key={name} template={name} journey={journey} figures={figures} onUse={use} />;
        })}
      </ul>
    </section>
  );
}
