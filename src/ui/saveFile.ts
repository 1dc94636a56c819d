import { createContext } from 'react';

/** Hands a file to whoever sits at the page; `name` has its ending. The app provides it. Undefined: nothing is offered to be saved. */
export type SaveFile = (name: string, type: string, contents: string | Blob) => void;

export const SaveFileContext = createContext<SaveFile | undefined>(undefined);
