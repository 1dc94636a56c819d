import { BENCHMARKS_ONLY, type Calibration } from '../journey/calibration.ts';
import { PLAIN_DEFAULTS, type Defaults } from '../journey/defaults.ts';
import { NO_POLICIES, type Policies } from '../journey/policies.ts';
import type { Ports } from './ports.ts';

/** What the marketer set for all her journeys. */
export interface WorkspaceSettings {
  readonly calibration: Calibration;
  readonly policies: Policies;
  readonly defaults: Defaults;
}

export interface SettingsActions {
  /** Changes with the same `merge` key that follow each other (typing, dragging) are one change to the forecast's comparison. */
  readonly calibrate: (calibration: Calibration, options?: { readonly merge?: string }) => void;
  readonly changePolicies: (policies: Policies, options?: { readonly merge?: string }) => void;
  readonly changeDefaults: (defaults: Defaults) => void;
}

interface Surroundings {
  readonly ports: Pick<Ports, 'settings'>;
  readonly set: (state: Partial<WorkspaceSettings>) => void;
  /** Another forecast is needed; `joins`: it belongs to the change before. */
  readonly onChange: (change: { readonly joins: boolean }) => void;
}

const CALIBRATION = 'calibration';
const POLICIES = 'policies';
const DEFAULTS = 'defaults';

export const FACTORY_SETTINGS: WorkspaceSettings = {
  calibration: BENCHMARKS_ONLY,
  policies: NO_POLICIES,
  defaults: PLAIN_DEFAULTS,
};

/** The last change of settings, while no other kind of change came between. */
export function settingsActions({ ports, set, onChange }: Surroundings): SettingsActions {
  let last: string | undefined;
  const keep = (key: string, value: unknown) => void ports.settings.set(key, value).catch(() => undefined);
  const tell = (merge: string | undefined) => {
    const joins = merge !== undefined && merge === last;
    last = merge;
    onChange({ joins });
  };
  return {
    calibrate(calibration, { merge } = {}) {
      set({ calibration });
      tell(merge);
      keep(CALIBRATION, calibration);
    },
    changePolicies(policies, { merge } = {}) {
      set({ policies });
      tell(merge);
      keep(POLICIES, policies);
    },
    changeDefaults(defaults) {
      set({ defaults });
      keep(DEFAULTS, defaults);
    },
  };
}

/** What was kept; of what cannot be read any more, nothing. */
export async function readSettings({
  settings,
}: Pick<Ports, 'settings'>): Promise<Partial<WorkspaceSettings>> {
  const [calibration, policies, defaults] = await Promise.all([
    settings.get<Calibration>(CALIBRATION),
    settings.get(POLICIES),
    settings.get<Partial<Defaults>>(DEFAULTS),
  ]);
  return {
    ...(calibration && { calibration }),
    ...(policies !== undefined && (await readablePolicies(policies))),
    ...(defaults && { defaults: { ...PLAIN_DEFAULTS, ...defaults } }),
  };
}

/** Most visitors have none, so what reads them comes when it is needed. */
async function readablePolicies(kept: unknown): Promise<Partial<WorkspaceSettings>> {
  const { readPolicies } = await import('../journey/readPolicies.ts');
  const parsed = readPolicies(kept);
  return parsed.ok ? { policies: parsed.policies } : {};
}
