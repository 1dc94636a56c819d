import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LayoutGrid, ListTree } from 'lucide-react';
import type { Journey } from '../../journey/journey.ts';
import { Panel } from '../../ui/Panel.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useSizePreference } from '../../ui/usePreference.ts';
import type { Marks } from './marks.ts';
import type { NewStep } from './newSteps.ts';
import { Palette } from './Palette.tsx';
import styles from './LeftPanel.module.css';

const Outline = lazy(async () => ({ default: (await import('./outline/Outline.tsx')).Outline }));

type Shown = 'steps' | 'outline';

interface LeftPanelProps {
  readonly journey: Journey;
  readonly marks: Marks;
  readonly onMarks: (marks: Partial<Marks>) => void;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onAdd: (step: NewStep) => void;
  readonly onDrag: (step: NewStep | undefined) => void;
  /** Seen, but out of reach. */
  readonly locked: boolean;
}

/** Beside the canvas: steps to be added, or the journey as a tree. */
export function LeftPanel(props: LeftPanelProps) {
  const { journey, marks, onMarks, shown, onShow, onAdd, onDrag, locked } = props;
  const { t } = useTranslation();
  const [paletteSize, setPaletteSize] = useSizePreference('palette', 208);
  const [outlineSize, setOutlineSize] = useSizePreference('outline', 300);
  const outlined = shown === 'outline';
  const hasEntry = Object.values(journey.steps).some(({ kind }) => kind === 'entry');
  return (
    <div inert={locked} className={styles.left}>
      <Panel
        label={t(outlined ? 'canvas.outline.title' : 'editJourney.palette.title')}
        side="start"
        size={outlined ? outlineSize : paletteSize}
        min={outlined ? 220 : 176}
        max={outlined ? 560 : 320}
        onResize={outlined ? setOutlineSize : setPaletteSize}
      >
        <div className={styles.head}>
          <SegmentedControl<Shown>
            label={t('canvas.left')}
            value={shown}
            onChange={onShow}
            options={[
              { value: 'steps', label: t('editJourney.palette.title'), icon: LayoutGrid },
              { value: 'outline', label: t('canvas.outline.title'), icon: ListTree },
            ]}
          />
        </div>
        {outlined ? (
          <>
            <p className={styles.help}>{t('canvas.outline.help')}</p>
            <Suspense>
              <Outline journey={journey} marks={marks} onMarks={onMarks} />
            </Suspense>
          </>
        ) : (
          <Palette hasEntry={hasEntry} onAdd={onAdd} onDrag={onDrag} />
        )}
      </Panel>
    </div>
  );
}
