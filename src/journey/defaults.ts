/** The parts of a UTM tag. */
export const UTM_PARTS = ['source', 'medium', 'campaign', 'content', 'term'] as const;
export type UtmPart = (typeof UTM_PARTS)[number];

/** What a workspace's new journeys and messages begin with. */
export interface Defaults {
  /** ISO 4217 code. */
  readonly currency: string;
  /** IANA zone. */
  readonly zone: string;
  /** May hold `{{journey}}`, `{{step}}` and `{{channel}}`. */
  readonly utm: Readonly<Partial<Record<UtmPart, string>>>;
}

export const PLAIN_DEFAULTS: Defaults = { currency: 'USD', zone: 'UTC', utm: {} };
