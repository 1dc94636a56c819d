/** Exit value of a contact that leaves the journey by the `exit` step (`$end`). */
export const END = -2;
