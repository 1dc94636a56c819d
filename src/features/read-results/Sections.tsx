import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { OverviewSection } from './overview/OverviewSection.tsx';
import { Needs } from './Needs.tsx';
import type { SectionProps } from './section.ts';
import { useLacking } from './useLacking.ts';
import styles from './Sections.module.css';

const section = (load: () => Promise<ComponentType<SectionProps>>) =>
  lazy(async () => ({ default: await load() }));

/** In the order in which they stand. `#/results/NAME` leads to each. */
const SECTIONS = {
  overview: OverviewSection,
  channels: section(async () => (await import('./channels/ChannelsSection.tsx')).ChannelsSection),
  pipeline: section(async () => (await import('./pipeline/PipelineSection.tsx')).PipelineSection),
  audience: section(async () => (await import('./audience/AudienceSection.tsx')).AudienceSection),
  money: section(async () => (await import('./money/MoneySection.tsx')).MoneySection),
  lift: section(async () => (await import('./lift/LiftSection.tsx')).LiftSection),
  attribution: section(async () => (await import('./attribution/AttributionSection.tsx')).AttributionSection),
  unsent: section(async () => (await import('./unsent/UnsentSection.tsx')).UnsentSection),
  contacts: section(async () => (await import('./contacts/ContactsSection.tsx')).ContactsSection),
  assumptions: section(async () => (await import('./assumptions/AssumptionsSection.tsx')).AssumptionsSection),
  actual: section(async () => (await import('./actual/ActualSection.tsx')).ActualSection),
  steps: section(async () => (await import('./steps/StepsSection.tsx')).StepsSection),
  report: section(async () => (await import('./report/ReportSection.tsx')).ReportSection),
} as const satisfies Record<string, ComponentType<SectionProps>>;
type SectionName = keyof typeof SECTIONS;

/** All of these is worked out from the contacts of the run, or from its detail. */
const OF_CONTACTS: ReadonlySet<SectionName> = new Set(['audience', 'lift', 'contacts']);
const OF_DETAIL: ReadonlySet<SectionName> = new Set(['attribution', 'actual']);

const NAMES = Object.keys(SECTIONS) as readonly SectionName[];

interface SectionsProps extends SectionProps {
  readonly place: string | undefined;
}

/** The results in sections, one at a time. */
export function Sections({ run, place, part }: SectionsProps) {
  const { t } = useTranslation();
  const name = NAMES.find((known) => known === place) ?? 'overview';
  const Section = SECTIONS[name];
  const lacking = useLacking(run);
  const isLost = (lacking?.kind === 'list' && OF_CONTACTS.has(name)) || (!run.detail && OF_DETAIL.has(name));
  const index = useRef<HTMLElement>(null);
  // On a phone the sections go on beyond the edge.
  useEffect(() => {
    const bar = index.current;
    const here = bar?.querySelector<HTMLElement>('[aria-current]');
    if (bar && here) bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
  }, [name]);
  return (
    <>
      <nav ref={index} aria-label={t('readResults.index')} className={styles.index}>
        {NAMES.map((other) => (
          <Link
            key={other}
            href={other === 'overview' ? '/results' : `/results/${other}`}
            aria-current={other === name ? 'page' : undefined}
          >
            {t(`readResults.section.${other}`)}
          </Link>
        ))}
      </nav>
      <Suspense
        fallback={<div className={styles.coming} role="status" aria-label={t('readResults.coming')} />}
      >
        {lacking && isLost ? <Needs lacking={lacking} /> : <Section run={run} part={part} />}
      </Suspense>
    </>
  );
}
