import { useEffect, useState } from 'react';
import type { AudienceSchema } from '../../../audience/audience.ts';
import type { AudienceChoice } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';

/** What the audience says of a contact: words by column. */
export interface Facts {
  readonly of: number;
  readonly words: Readonly<Record<string, string>>;
}

export function useSchema(choice: AudienceChoice): AudienceSchema | undefined {
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [schema, setSchema] = useState<AudienceSchema>();
  useEffect(() => {
    let isOver = false;
    // Without it a story is still told, on the journey's clock.
    simulator.schema(choice).then(
      (found) => isOver || setSchema(found),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [simulator, choice]);
  return schema;
}

/** Undefined until known, and for contacts that no row is of. */
export function useFacts(choice: AudienceChoice, row: number): Facts | undefined {
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [facts, setFacts] = useState<Facts>();
  useEffect(() => {
    let isOver = false;
    simulator.contact(choice, row).then(
      (words) => isOver || setFacts({ of: row, words }),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [simulator, choice, row]);
  return facts?.of === row ? facts : undefined;
}

/** The value of the column with this role. */
export function valueOfRole(
  schema: AudienceSchema | undefined,
  values: Readonly<Record<string, string>> | undefined,
  role: 'id' | 'zone',
): string | undefined {
  const column = schema && Object.keys(schema.roles).find((name) => schema.roles[name] === role);
  return column === undefined ? undefined : values?.[column];
}
