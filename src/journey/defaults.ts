import type { UtmDefaults } from './utm.ts';

/** What a workspace's new journeys and messages begin with. */
export interface Defaults {
  /** ISO 4217 code. */
  readonly currency: string;
  /** IANA zone. */
  readonly zone: string;
  readonly utm: UtmDefaults;
}

export const PLAIN_DEFAULTS: Defaults = { currency: 'USD', zone: 'UTC', utm: {} };
