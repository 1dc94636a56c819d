import type { Program } from '../../compile/program.ts';
import { CONTACT_KEY, draw, second } from '../../engine/random.ts';

/** What chance made of a contact before anything is sent, as the engine draws it. */
export interface Traits {
  /** Bucket of 16: the higher, the readier to open and click. */
  readonly engagement: number;
  /** Bin of 256: the higher, the readier to buy. */
  readonly propensity: number;
  /** Every e-mail of hers is opened by a machine. */
  readonly machine: boolean;
  /** An address is dead on channels where more than this share out of 2^32 are. */
  readonly deadWord: number;
}

/** `machine`: what the audience says; undefined: it does not, and it is drawn. */
export function traitsOf(
  { response }: Program,
  seed: number,
  { contact, machine }: { readonly contact: number; readonly machine?: boolean | undefined },
): Traits {
  const word = draw(seed | 0, CONTACT_KEY.TRAITS, contact, 0);
  return {
    engagement: word >>> 28,
    propensity: (word >>> 20) & 255,
    machine: machine ?? (word & 0xfffff) < response.machineThreshold / 4096,
    deadWord: second(),
  };
}
