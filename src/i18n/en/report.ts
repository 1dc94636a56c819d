/** Words of what is taken away. */
export const report = {} as const;
