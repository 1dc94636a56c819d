/** Exit values of a step that is left by no exit of its own. */

/** By the `exit` step (`$end`). */
export const END = -2;
/** Not yet: a held message is looked at again at `leave`. */
export const AGAIN = -3;
/** By a policy that takes the contact out of the journey (counted with `$exitRule`). */
export const OUT = -4;
