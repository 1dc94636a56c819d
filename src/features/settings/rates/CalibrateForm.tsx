import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { useForgetDrafts } from '../../../ui/drafts.ts';
import type { Calibration } from '../../../journey/calibration.ts';
import type { Probability } from '../../../journey/units.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { BOXES, type BoxName } from './boxes.ts';
import { RateBox } from './RateBox.tsx';
import styles from './rates.module.css';

/** Three boxes that recalibrate every channel at once. */
export function CalibrateForm() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  /** Half-typed text goes with its box when a benchmark is asked for. */
  const [fresh, setFresh] = useState(0);
  const forget = useForgetDrafts();
  const set = (name: BoxName, value: Probability | undefined) =>
    store.getState().calibrate(withBox(calibration, name, value), { merge: `calibration.${name}` });
  const empty = BOXES.every((name) => calibration[name] === undefined);
  return (
    <div className={styles.form}>
      <p className={styles.soft}>{t('calibrate.intro')}</p>
      <div className={styles.boxes}>
        {BOXES.map((name) => (
          <RateBox
            key={`${name}.${fresh}`}
            name={name}
            value={calibration[name]}
            onChange={(value) => set(name, value)}
          />
        ))}
      </div>
      <div>
        <Button
          disabled={empty}
          onClick={() => {
            forget();
            setFresh(fresh + 1);
            store
              .getState()
              .calibrate(BOXES.reduce((rest, name) => withBox(rest, name, undefined), calibration));
          }}
        >
          {t('calibrate.clear')}
        </Button>
      </div>
    </div>
  );
}

function withBox(calibration: Calibration, name: BoxName, value: Probability | undefined): Calibration {
  const { [name]: _, ...others } = calibration;
  return value === undefined ? others : { ...others, [name]: value };
}
