import { createContext, type ReactNode } from 'react';

/** While a run is played: what a card says instead of its forecast. */
export const PlayedContext = createContext<((step: string) => ReactNode) | undefined>(undefined);
