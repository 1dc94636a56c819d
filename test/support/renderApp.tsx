import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { render } from '@testing-library/react';
import type { StoreApi } from 'zustand';
import { i18n } from '../../src/i18n/i18n.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { createWorkspace } from '../../src/state/createWorkspace.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { WorkspaceContext } from '../../src/state/useWorkspace.ts';
import { fakePorts, type FakePorts } from './fakePorts.ts';
import { smallJourney } from './smallJourney.ts';

export interface OpenWorkspace {
  readonly ports: FakePorts;
  readonly workspace: StoreApi<Workspace>;
}

/** A workspace over fake ports with this journey open and stored. */
export async function openWorkspace(journey: Journey = smallJourney()): Promise<OpenWorkspace> {
  const ports = fakePorts([journey]);
  const workspace = createWorkspace(ports, { firstJourney: Promise.resolve(journey), firstVisit: false });
  await workspace.getState().start();
  return { ports, workspace };
}

/** Renders inside the words and a workspace. */
export function renderIn(workspace: StoreApi<Workspace>, element: ReactElement) {
  return render(
    <I18nextProvider i18n={i18n}>
      <WorkspaceContext value={workspace}>{element}</WorkspaceContext>
    </I18nextProvider>,
  );
}
