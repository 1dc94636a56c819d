import type { JourneySettings } from '../../../../journey/journey.ts';

export interface SettingsPartProps {
  readonly settings: JourneySettings;
  /** `field` names what is being typed into, so that typing becomes one undo step. */
  readonly onChange: (settings: JourneySettings, field?: string) => void;
}
