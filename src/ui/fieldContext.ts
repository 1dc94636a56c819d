import { createContext, useContext, useId } from 'react';

export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
}

export const FieldContext = createContext<FieldControl | undefined>(undefined);

/** The id and descriptions that tie a control to the Field around it; without a Field only an id of its own. */
export function useFieldControl(): FieldControl {
  const own = useId();
  return useContext(FieldContext) ?? { id: own };
}
