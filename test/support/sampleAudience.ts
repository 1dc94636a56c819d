import { synthesise } from '../../src/audience/synthesise.ts';

/** The first contacts of the built-in audience, with all of its columns. */
export const sampleAudience = synthesise(2_000, 1);
