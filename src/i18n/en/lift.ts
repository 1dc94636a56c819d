/** Words of what a journey causes, and of what a test would see. */
export const lift = {
  title: 'Lift',
} as const;
