import type { Journey } from '../../journey/journey.ts';
import type { Exchange, PlatformChoice } from '../../state/exchangePort.ts';

/** What is taken, and where to. */
export interface TakeProps {
  readonly exchange: Exchange;
  readonly journey: Journey;
  readonly platform: PlatformChoice;
}
