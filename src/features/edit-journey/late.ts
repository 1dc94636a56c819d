/** Most forecasts are there sooner; dimming old numbers for them would flicker. */
export const LATE_MILLISECONDS = 120;
