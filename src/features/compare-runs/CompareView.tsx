import '../../i18n/compareWords.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Journey } from '../../journey/journey.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { DesignsPanel } from './designs/DesignsPanel.tsx';
import { NOW, type DesignRef } from './designs/designRef.ts';
import type { DesignsResult } from './designs/runDesigns.ts';
import { useParameters } from './numbers/useParameters.ts';
import type { ScenarioResult } from './scenarios/runScenarios.ts';
import { ScenariosPanel } from './scenarios/ScenariosPanel.tsx';
import { useScenarios } from './scenarios/useScenarios.ts';
import type { Axis } from './sweep/axis.ts';
import type { SweepOutcome } from './sweep/runSweep.ts';
import { SweepPanel } from './sweep/SweepPanel.tsx';
import { useAudienceName } from './useAudienceName.ts';
import { useJob } from './work/useJob.ts';
import styles from './compareRuns.module.css';

const PLACES = ['designs', 'scenarios', 'sweep'] as const;
type Place = (typeof PLACES)[number];

const CONTACTS = ['20000', '100000'] as const;
type Contacts = (typeof CONTACTS)[number];

/** Designs beside each other, what-ifs of the open journey, and one number at many values. `place`: what the address asks for. */
export function CompareView({ place }: { readonly place: string | undefined }) {
  const journey = useWorkspace((workspace) => workspace.journey);
  const known = PLACES.find((one) => one === place) ?? 'designs';
  return journey ? <Comparing key={journey.id} place={known} journey={journey} /> : null;
}

/** What was worked out stays while one goes from place to place. */
function Comparing({ place, journey }: { readonly place: Place; readonly journey: Journey }) {
  const { t } = useTranslation();
  const [contacts, setContacts] = useState<Contacts>('20000');
  const [chosen, setChosen] = useState<readonly DesignRef[]>([NOW]);
  const [axes, setAxes] = useState<readonly Axis[]>([]);
  const parameters = useParameters(journey);
  const scenarios = useScenarios(journey.id);
  const designs = useJob<DesignsResult>();
  const whatIfs = useJob<ScenarioResult>();
  const sweep = useJob<SweepOutcome>();
  const count = Number(contacts);
  return (
    <div className={styles.view}>
      <div className={styles.page}>
        <Head place={place} journey={journey} contacts={contacts} onContacts={setContacts} />
        <h2 className="visually-hidden">{t(`compareRuns.place.${place}`)}</h2>
        {place === 'designs' && (
          <DesignsPanel
            contacts={count}
            scenarios={scenarios.list ?? []}
            parameters={parameters}
            job={designs}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
        {place === 'scenarios' && (
          <ScenariosPanel contacts={count} scenarios={scenarios} parameters={parameters} job={whatIfs} />
        )}
        {place === 'sweep' && (
          <SweepPanel
            parameters={parameters}
            scenarios={scenarios}
            job={sweep}
            axes={axes}
            onAxes={setAxes}
          />
        )}
      </div>
    </div>
  );
}

interface HeadProps {
  readonly place: Place;
  readonly journey: Journey;
  readonly contacts: Contacts;
  readonly onContacts: (contacts: Contacts) => void;
}

function Head({ place, journey, contacts, onContacts }: HeadProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const audience = useAudienceName();
  return (
    <header className={styles.head}>
      <div>
        <h1>{t('compareRuns.title', { journey: journey.name })}</h1>
        <p className={styles.soft}>{t(`compareRuns.help.${place}`, { audience })}</p>
      </div>
      <div className={styles.choices}>
        <SegmentedControl
          label={t('compareRuns.place.label')}
          value={place}
          onChange={(next) => go(`/compare/${next}`)}
          options={PLACES.map((value) => ({ value, label: t(`compareRuns.place.${value}`) }))}
        />
        {place !== 'sweep' && (
          <SegmentedControl
            label={t('compareRuns.contacts.label')}
            value={contacts}
            onChange={onContacts}
            options={CONTACTS.map((value) => ({ value, label: t(`compareRuns.contacts.${value}`) }))}
          />
        )}
      </div>
    </header>
  );
}
