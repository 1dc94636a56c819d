export const readResults = {} as const;
