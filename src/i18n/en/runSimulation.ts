export const runSimulation = {} as const;
