import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { useNotices } from '../../../ui/notices.ts';
import { readSettingsFile, type ReadSettings } from './settingsFile.ts';

export interface RefusedSettings {
  readonly file: string;
  readonly words: readonly string[];
}

/** Reads a file of policies or rates in the place of what is here: whole, or not at all. One press takes it back. */
export function useReadSettings() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const [refused, setRefused] = useState<RefusedSettings>();
  const read = async (file: File) => {
    const found = await readSettingsFile(file, t);
    setRefused(found.kind === 'refused' ? { file: file.name, words: found.words } : undefined);
    if (found.kind === 'refused') return;
    const { policies, calibration, changePolicies, calibrate } = store.getState();
    const isPolicies = found.kind === 'policies';
    if (isPolicies) changePolicies(found.policies);
    else calibrate(found.calibration);
    notices.say(t(`settings.files.${wordsOf(found)}`, { file: file.name }), {
      action: {
        label: t('settings.files.undo'),
        run: () => (isPolicies ? changePolicies(policies) : calibrate(calibration)),
      },
    });
  };
  return { read: (file: File) => void read(file), refused };
}

/** A file that holds nothing does not show what it was taken for, so the words do. */
function wordsOf(found: Exclude<ReadSettings, { readonly kind: 'refused' }>) {
  if (found.kind === 'policies') return 'policiesRead';
  return Object.keys(found.calibration).length === 0 ? 'noRatesRead' : 'ratesRead';
}
