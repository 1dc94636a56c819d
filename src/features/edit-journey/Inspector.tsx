import '../../i18n/formWords.ts';
import { type ComponentType, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Settings2, SquareStack, Trash2, X, type LucideIcon } from 'lucide-react';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { removable, removeAll } from './canvasEdits.ts';
import { focusRefused } from './inspectors/focusRefused.ts';
import { INSPECTORS } from './inspectors/index.ts';
import { JourneySettingsForm } from './inspectors/JourneySettingsForm.tsx';
import { KeptForm } from './inspectors/KeptForm.tsx';
import { familyColour, iconOf } from '../../legend/kindLook.ts';
import { problemKeys } from './problemKeys.ts';
import { ProblemLine } from './ProblemLine.tsx';
import { SeveralTools } from './SeveralTools.tsx';
import { useHeld } from './useHeld.ts';
import styles from './Inspector.module.css';

interface InspectorProps {
  readonly journey: Journey;
  readonly onClose: () => void;
}

/** What is selected, as a form: one step, several, or nothing: then the journey itself. */
export function Inspector({ journey, onClose }: InspectorProps) {
  const { t } = useTranslation();
  const selection = useWorkspace((workspace) => workspace.selection);
  const [only] = selection;
  const step = only && journey.steps[only];
  if (selection.length > 1) return <SeveralSteps journey={journey} ids={selection} onClose={onClose} />;
  if (step) return <OneStep key={only} journey={journey} id={only} step={step} onClose={onClose} />;
  return (
    <Frame icon={Settings2} title={t('editJourney.inspector.journey')} onClose={onClose}>
      <KeptForm key={journey.id}>
        <JourneySettingsForm />
      </KeptForm>
    </Frame>
  );
}

interface FrameProps {
  readonly icon: LucideIcon;
  readonly colour?: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

function Frame({ icon, colour = 'var(--text-soft)', title, onClose, children, footer }: FrameProps) {
  const { t } = useTranslation();
  const style: CSSProperties = { color: colour, display: 'flex' };
  return (
    <>
      <div className={styles.head}>
        <span style={style}>
          <Icon of={icon} />
        </span>
        <h2>{title}</h2>
        <IconButton icon={X} label={t('editJourney.inspector.close')} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {footer && <div className={styles.foot}>{footer}</div>}
    </>
  );
}

function OneStep({
  journey,
  id,
  step,
  onClose,
}: {
  readonly journey: Journey;
  readonly id: StepId;
  readonly step: Step;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const problems = useWorkspace((workspace) => workspace.problems);
  const [shown, onTake] = useHeld(problems);
  const own = shown.filter((problem) => problem.step === id);
  const keys = problemKeys(own);
  return (
    <Frame
      icon={iconOf(step)}
      colour={familyColour(step)}
      title={t(`words.kind.${step.kind}`)}
      onClose={onClose}
      footer={removable(journey, [id]).length > 0 && <DeleteButton ids={[id]} />}
    >
      {own.length > 0 && (
        <ul aria-label={t('editJourney.inspector.problems')} className={styles.problems}>
          {own.map((problem, at) => (
            <li key={keys[at]} tabIndex={-1}>
              <ProblemLine problem={problem} onNoneLeft={focusRefused} />
            </li>
          ))}
        </ul>
      )}
      <KeptForm key={id} step={id}>
        <div onPointerDownCapture={onTake}>
          <StepForm
            id={id}
            step={step}
            onChange={(changed, merge) =>
              store.getState().edit({ type: 'changeStep', id, step: changed }, merge ? { merge } : {})
            }
          />
        </div>
      </KeptForm>
    </Frame>
  );
}

interface StepFormProps {
  readonly id: StepId;
  readonly step: Step;
  readonly onChange: (step: Step, merge?: string) => void;
}

/** The form of the step's own kind. The cast says what the type of `INSPECTORS` already promises. */
function StepForm(props: StepFormProps) {
  const Form = INSPECTORS[props.step.kind] as ComponentType<StepFormProps>;
  return <Form {...props} />;
}

function SeveralSteps({
  journey,
  ids,
  onClose,
}: {
  readonly journey: Journey;
  readonly ids: readonly StepId[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const going = removable(journey, ids);
  return (
    <Frame
      icon={SquareStack}
      title={t('editJourney.inspector.many', { count: ids.length })}
      onClose={onClose}
    >
      <p className={styles.many}>{t('editJourney.inspector.manyHelp')}</p>
      <SeveralTools />
      {going.length > 0 && (
        <div className={styles.foot}>
          <DeleteButton ids={going} />
        </div>
      )}
    </Frame>
  );
}

function DeleteButton({ ids }: { readonly ids: readonly StepId[] }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const remove = () => {
    const { journey, edit } = store.getState();
    const removal = journey && removeAll(journey, ids, []);
    if (removal) edit(removal);
  };
  return (
    <Button look="danger" icon={Trash2} onClick={remove}>
      {ids.length === 1
        ? t('editJourney.inspector.delete')
        : t('editJourney.inspector.deleteMany', { count: ids.length })}
    </Button>
  );
}
