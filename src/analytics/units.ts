/** As in `journey/units.ts`: analytics reads results and knows no document. */
export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 1440;
