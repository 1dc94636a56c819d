import { useEffect, useState } from 'react';
import type { AudienceSchema } from '../../audience/audience.ts';
import type { AudienceChoice } from '../../state/ports.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';

/** What the run's audience has as columns, which need not be those of the audience that is chosen now. Undefined until it is known. */
export function useRunSchema(audience: AudienceChoice): AudienceSchema | undefined {
  const store = useWorkspaceStore();
  const [known, setKnown] = useState<{ readonly of: AudienceChoice; readonly schema: AudienceSchema }>();
  useEffect(() => {
    let isOver = false;
    store
      .getState()
      .ports.simulator.schema(audience)
      .then(
        (schema) => !isOver && setKnown({ of: audience, schema }),
        // Without it only what hangs on the contacts’ preferred channels is missing.
        () => undefined,
      );
    return () => void (isOver = true);
  }, [store, audience]);
  return known?.of === audience ? known.schema : undefined;
}
