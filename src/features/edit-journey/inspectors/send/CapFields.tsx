import { useTranslation } from 'react-i18next';
import { Switch } from '../../../../ui/Switch.tsx';

interface CapFlags {
  readonly obeysCaps: boolean;
  readonly countsTowardCaps: boolean;
}

interface CapFieldsProps<S extends CapFlags> {
  readonly step: S;
  readonly onChange: (step: S) => void;
}

/** How a send stands to the workspace's frequency caps. */
export function CapFields<S extends CapFlags>({ step, onChange }: CapFieldsProps<S>) {
  const { t } = useTranslation();
  return (
    <>
      <Switch
        label={t('inspectors.message.obeysCaps')}
        checked={step.obeysCaps}
        onChange={(obeysCaps) => onChange({ ...step, obeysCaps })}
      />
      <Switch
        label={t('inspectors.message.countsTowardCaps')}
        checked={step.countsTowardCaps}
        onChange={(countsTowardCaps) => onChange({ ...step, countsTowardCaps })}
      />
    </>
  );
}
