/** Shares in per cent as 100 slots, so that a draw below 100 picks an index with its share. */
function slots(...shares: readonly number[]): Uint8Array {
  const table = new Uint8Array(100);
  let filled = 0;
  shares.forEach((share, index) => {
    table.fill(index, filled, filled + share);
    filled += share;
  });
  if (filled !== 100) throw new RangeError(`invalid shares: they sum to ${filled}`);
  return table;
}

export const INTENTS = ['high', 'medium', 'low'] as const;
export const INTENT_SLOTS = slots(20, 35, 45);
/** Lowest score per intent; a triangular draw of up to `SCORE_SPREAD` is added. */
export const SCORE_FROM = [64, 33, 4] as const;
export const SCORE_SPREAD = 36;

export const PLANS = ['free', 'starter', 'pro'] as const;
/** Per intent. */
export const PLAN_SLOTS = [slots(30, 40, 30), slots(50, 35, 15), slots(70, 24, 6)] as const;
/** What a contact is worth compared with one on the free plan. */
export const PLAN_WORTH = [1, 2.5, 5] as const;

/** Quantiles 0, 1/32, …, 1 of the lifetime value on the free plan, currency units: many small, a few large. */
export const VALUE_QUANTILES = [
  ...[0, 0, 0, 0, 0, 0, 4, 9, 13, 17, 21, 25, 29, 34, 39, 44, 50],
  ...[57, 64, 72, 81, 91, 103, 117, 134, 154, 179, 211, 254, 317, 418, 620, 1400],
] as const;

export const COUNTRIES = ['US', 'GB', 'DE', 'FR', 'ES', 'NL', 'IN', 'BR', 'AU', 'CA'] as const;
export const COUNTRY_SLOTS = slots(34, 13, 12, 9, 6, 5, 8, 6, 4, 3);

/**
 * Zones per country with their shares. Zones whose rules browsers and Node disagree about in 2026 (Vancouver,
 * Casablanca) are left out, so that a journey on the sample compiles to the same program everywhere.
 */
export const COUNTRY_ZONES = [
  {
    zones: [
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Phoenix',
      'America/Los_Angeles',
    ],
    slots: slots(47, 29, 5, 3, 16),
  },
  { zones: ['Europe/London'], slots: slots(100) },
  { zones: ['Europe/Berlin'], slots: slots(100) },
  { zones: ['Europe/Paris'], slots: slots(100) },
  { zones: ['Europe/Madrid', 'Atlantic/Canary'], slots: slots(95, 5) },
  { zones: ['Europe/Amsterdam'], slots: slots(100) },
  { zones: ['Asia/Kolkata'], slots: slots(100) },
  { zones: ['America/Sao_Paulo'], slots: slots(100) },
  { zones: ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth'], slots: slots(67, 21, 12) },
  { zones: ['America/Toronto', 'America/Winnipeg', 'America/Halifax'], slots: slots(75, 17, 8) },
] as const;

/** Days before the sample's day within which the last order was, per intent. */
export const LAST_ORDER_DAYS = [180, 420, 800] as const;

/** The last slot is nobody's: no preference known. */
export const PREFERRED = ['email', 'sms', 'push', 'whatsapp'] as const;
export const PREFERRED_SLOTS = slots(60, 16, 12, 7, 5);

/** Consent per mille of those who prefer the channel, and of the others: 92, 45, 40 and 25 % of all. */
export const CONSENT_SHARES = [
  { preferred: 970, others: 845 },
  { preferred: 950, others: 355 },
  { preferred: 950, others: 325 },
  { preferred: 950, others: 197 },
] as const;

/** Bit 1 vip, bit 2 beta, bit 4 churn-risk; entry 0 is not used, having no tag is a missing value. */
export const TAGS = [
  'vip',
  'beta',
  'vip;beta',
  'churn-risk',
  'vip;churn-risk',
  'beta;churn-risk',
  'vip;beta;churn-risk',
] as const;
