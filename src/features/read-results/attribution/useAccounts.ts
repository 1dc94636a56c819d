import { useMemo, useState } from 'react';
import { accountColumn, accountColumns } from '../../../audience/accountColumns.ts';
import type { ShownRun } from '../shownRun.ts';
import { useRunSchema } from '../useRunSchema.ts';
import { useAccountRun } from './useAccountRun.ts';

export type Whose = 'buyer' | 'account';

/** What is chosen of accounts, and the run by account where it is wanted. */
export function useAccounts(run: ShownRun) {
  const schema = useRunSchema(run.request.audience);
  const [chosen, setChosen] = useState<Whose>('buyer');
  const [asked, setAsked] = useState<string>();
  const columns = useMemo(() => schema && accountColumns(schema), [schema]);
  const column = columns?.find((name) => name === asked) ?? (schema && accountColumn(schema));
  const whose: Whose = column === undefined ? 'buyer' : chosen;
  const rows = schema?.rows ?? 0;
  const { state, again } = useAccountRun(run, { column, rows, wanted: whose === 'account' });
  return {
    ...{ columns, column, rows, whose, state, again },
    setWhose: setChosen,
    /** Who names a column wants to see what comes of it. */
    setColumn: (name: string) => {
      setAsked(name);
      setChosen('account');
    },
  };
}

export type Accounts = ReturnType<typeof useAccounts>;
