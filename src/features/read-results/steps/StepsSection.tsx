import '../../../i18n/unsentWords.ts';
import { MessageTable } from '../MessageTable.tsx';
import type { SectionProps } from '../section.ts';
import { Entries, StepTable } from '../StepTable.tsx';

/** Every step and every message in tables. */
export function StepsSection({ run: { request, report, detail } }: SectionProps) {
  return (
    <>
      <StepTable report={report} journey={request.journey} />
      <Entries entries={report.entries} />
      <MessageTable report={report} journey={request.journey} policies={request.policies} detail={detail} />
    </>
  );
}
