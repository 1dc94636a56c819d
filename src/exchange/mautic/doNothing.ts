import { POINTS } from './campaign.ts';

/** Mautic has no action that does nothing; this one changes the points by 0. */
export const DO_NOTHING = { type: POINTS, properties: { points: 0 } } as const;
