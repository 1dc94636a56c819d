/** Words of the frame around every view. */
export const shell = {
  skip: 'Skip to the content',
} as const;
