import { useTranslation } from 'react-i18next';
import { RotateCcw } from 'lucide-react';
import { put } from '../../../forms/optional.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.ts';
import { withEconomics } from '../economicsOf.ts';

/** Every channel's own cost and rates go at once; one press brings them back. */
export function ResetChannels() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const policies = useWorkspace((workspace) => workspace.policies);
  const hasOwn = calibration.channels !== undefined || policies.economics?.costs !== undefined;
  const become = (next: { calibration: typeof calibration; policies: typeof policies }) => {
    const { calibrate, changePolicies } = store.getState();
    calibrate(next.calibration, { merge: 'channels.reset' });
    changePolicies(next.policies, { merge: 'channels.reset' });
  };
  const reset = () => {
    become({
      calibration: put(calibration, 'channels', undefined),
      policies: withEconomics(policies, put({ ...policies.economics }, 'costs', undefined)),
    });
    notices.say(t('settings.channels.allReset'), {
      action: { label: t('settings.channels.undo'), run: () => become({ calibration, policies }) },
    });
  };
  return (
    <div>
      <Button icon={RotateCcw} disabled={!hasOwn} onClick={reset}>
        {t('settings.channels.resetAll')}
      </Button>
    </div>
  );
}
