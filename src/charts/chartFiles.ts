import { createContext } from 'react';

/** Where pictures and their numbers go when somebody takes them along. The app provides it. */
export interface ChartFiles {
  /** `name` has its ending. */
  save(name: string, type: string, contents: string | Blob): void;
  /** Puts a PNG on the clipboard; rejects when the browser does not allow it. */
  copyPicture(picture: Promise<Blob>): Promise<void>;
}

/** Undefined: nothing can be taken along, and nothing is offered. */
export const ChartFilesContext = createContext<ChartFiles | undefined>(undefined);
