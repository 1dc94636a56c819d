import { Headlines } from '../Headlines.tsx';
import { ReportFunnel } from '../ReportFunnel.tsx';
import type { SectionProps } from '../section.ts';
import styles from '../ReadResultsView.module.css';

/** What it comes to, and how far people get. */
export function OverviewSection({ run: { request, report, pending } }: SectionProps) {
  return (
    <>
      <Headlines report={report} currency={request.journey.settings.currency} pending={pending} />
      <section className={styles.section}>
        <ReportFunnel report={report} pending={pending} />
      </section>
    </>
  );
}
