import { createContext, type ReactNode } from 'react';

/** What a card says instead of its forecast. */
export type CardWords = ((step: string) => ReactNode) | undefined;

/** While a run is played or a way is lit. */
export const PlayedContext = createContext<CardWords>(undefined);
