/** What a customer brings month by month, as far as somebody told it: an amount of money, and parts of 1. */
export interface CustomerWorthInputs {
  readonly marginPerMonth?: number;
  readonly retention?: number;
  readonly discount?: number;
}
