import { useEffect, useMemo, useState } from 'react';
import type { Journey } from '../../../journey/journey.ts';
import { journeyId } from '../../../journey/ids.ts';
import { withoutKinds } from '../../../journey/withoutSteps.ts';
import type { Ports } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { Option } from '../../../ui/Select.tsx';
import type { Parameters } from '../numbers/useParameters.ts';
import { withScenario, type Scenario } from '../scenarios/scenario.ts';
import { idOf, kindOf, type DesignRef, type NamedDesign } from './designRef.ts';

/** Kinds of steps by which a journey reaches people. Without them, what people do of their own accord stays. */
const TOUCHES = ['message', 'escalate', 'handoff'] as const;

/** `gone`: it is not in this browser any more, or cannot be read. */
export type DesignReading = NamedDesign | 'reading' | 'gone';

interface Known {
  readonly scenarios: readonly Scenario[];
  readonly options: readonly Option<DesignRef>[];
  readonly parameters: Parameters;
}

/** The designs that were chosen, as far as they are read. What other journeys and versions do not say is as in the workspace. */
export function useDesigns(
  refs: readonly DesignRef[],
  { scenarios, options, parameters }: Known,
): readonly DesignReading[] {
  const documents = useDocuments(refs);
  return useMemo(
    () =>
      refs.map((ref): DesignReading => {
        const name = options.find(({ value }) => value === ref)?.label ?? '';
        const { design, all } = parameters;
        switch (kindOf(ref)) {
          case 'now':
            return { ref, name, design, changes: [] };
          case 'untouched':
            return {
              ref,
              name,
              design: { ...design, journey: withoutKinds(design.journey, TOUCHES) },
              changes: [],
            };
          case 'scenario': {
            const scenario = scenarios.find(({ id }) => id === idOf(ref));
            if (!scenario) return 'gone';
            const { changes } = scenario;
            return { ref, name, design: withScenario(scenario, design, all), changes };
          }
          case 'version':
          case 'journey': {
            const document = documents.get(ref);
            if (document === undefined) return 'reading';
            if (document === 'gone') return 'gone';
            return { ref, name, design: { ...design, journey: document }, changes: [] };
          }
        }
      }),
    [refs, scenarios, options, parameters, documents],
  );
}

type Documents = ReadonlyMap<DesignRef, Journey | 'gone'>;

/** Read when it is chosen; a version never changes, another journey not while this one is open. */
function useDocuments(refs: readonly DesignRef[]): Documents {
  const store = useWorkspaceStore();
  const [documents, setDocuments] = useState<Documents>(new Map());
  const key = refs.join(' ');
  useEffect(() => {
    let wanted = true;
    const { ports } = store.getState();
    for (const ref of key.split(' ')) {
      const reading = readDocument(ref, ports);
      if (!reading) continue;
      const know = (document: Journey | 'gone') =>
        wanted && setDocuments((before) => (before.has(ref) ? before : new Map(before).set(ref, document)));
      reading.then(
        (document) => know(document ?? 'gone'),
        () => know('gone'),
      );
    }
    return () => {
      wanted = false;
    };
  }, [store, key]);
  return documents;
}

function readDocument(
  ref: DesignRef,
  { versions, journeys }: Pick<Ports, 'versions' | 'journeys'>,
): Promise<Journey | undefined> | undefined {
  switch (kindOf(ref)) {
    case 'version':
      return versions.load(idOf(ref));
    case 'journey':
      return journeys.peek(journeyId(idOf(ref)));
    case 'now':
    case 'untouched':
    case 'scenario':
      return undefined;
  }
}
