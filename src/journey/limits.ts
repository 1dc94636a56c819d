/** How large a journey and a run of several may be. Above these the engine would need wider numbers, and nobody could read them. */
export const MAX_STEPS = 1000;
/** Times that a contact may come to a step of a cycle in one entry. */
export const MAX_PASSES = 4095;
/** Journeys in one run. */
export const MAX_JOURNEYS = 100;
/** Messages that a frequency cap may allow a contact in its window: the engine remembers so many minutes for each. */
export const MAX_PER_CONTACT = 1000;
