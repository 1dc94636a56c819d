import { useTranslation } from 'react-i18next';
import { RotateCcw } from 'lucide-react';
import { behavesAlike } from '../../journey/behavesAlike.ts';
import type { Journey } from '../../journey/journey.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Doubt } from './Doubt.tsx';
import { settingsSince } from './settingsSince.ts';
import type { ShownRun } from './shownRun.ts';

/** Says what the run shown was made with that is no longer so, and makes it again as things are now. */
export function SinceThisRun({ run, journey }: { readonly run: ShownRun; readonly journey: Journey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const audience = useWorkspace((workspace) => workspace.audience);
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const policies = useWorkspace((workspace) => workspace.policies);
  const isRunning = useWorkspace((workspace) => workspace.run.kind === 'running');
  const isBlocked = useWorkspace(({ forecast }) => forecast.problems.length > 0);
  if (run.kind === 'forecast') return null;
  const { request } = run;
  const settings = settingsSince(request, { audience, calibration, policies });
  const words = [
    ...(behavesAlike(request.journey, journey) ? [] : [t('readResults.about.stale')]),
    ...(settings.length === 0
      ? []
      : [
          t('readResults.about.otherSettings', {
            settings: format.list(settings.map((name) => t(`readResults.setting.${name}`))),
          }),
        ]),
  ];
  if (words.length === 0) return null;
  const again = (
    <Button
      small
      icon={RotateCcw}
      disabled={isRunning || isBlocked}
      onClick={() => store.getState().startRun(request.contacts, request.seed)}
    >
      {t('readResults.about.again')}
    </Button>
  );
  return <Doubt action={again}>{words.join(' ')}</Doubt>;
}
