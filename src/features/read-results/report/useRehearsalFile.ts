import type { Rehearsal, RehearsalAudience } from '../../../state/exchangePort.ts';
import type { AudienceChoice, Ports } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { fileName } from '../../../ui/fileName.ts';
import { customerWorthOf } from '../money/useCustomerWorth.ts';
import type { ShownRun } from '../shownRun.ts';

/** Saves what makes this run again, and what it came to. Rejects with a sentence. */
export function useRehearsalFile(): (run: ShownRun, now: number) => Promise<void> {
  const store = useWorkspaceStore();
  return async (run, now) => {
    const { ports } = store.getState();
    const { journey, contacts, seed, policies, calibration, audience } = run.request;
    const { writeRehearsal, fingerprintOf } = await ports.exchange();
    const { scaledTo } = run.report;
    const rehearsal: Rehearsal = {
      journey,
      audience: await recipeOf(audience, ports, fingerprintOf),
      contacts,
      seed,
      policies,
      calibration,
      ...(scaledTo !== undefined && { showFor: scaledTo }),
      finishedAt: run.finishedAt ?? now,
      report: run.report,
      customerWorth: customerWorthOf(run),
    };
    const text = writeRehearsal(rehearsal);
    ports.files.save(fileName(journey.name, '.rehearsal'), 'application/json', text);
  };
}

/** How the contacts are to be had again: what the columns are, and by what the list is known. No value of any contact. */
async function recipeOf(
  audience: AudienceChoice,
  { audiences }: Pick<Ports, 'audiences'>,
  fingerprintOf: (list: NonNullable<Awaited<ReturnType<Ports['audiences']['load']>>>) => string,
): Promise<RehearsalAudience> {
  if (audience.kind === 'sample') return audience;
  const list = await audiences.load(audience.id);
  if (!list) throw new Error('This audience is not in this browser any more. Choose another.');
  return {
    kind: 'imported',
    name: list.name,
    rows: list.rows,
    columns: list.columns.map(({ name, data }) => {
      const role = list.roles[name];
      return { name, type: data.type, ...(role !== undefined && { role }) };
    }),
    fingerprint: fingerprintOf(list),
  };
}
