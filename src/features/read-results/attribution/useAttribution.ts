import { useEffect, useState } from 'react';
import type { AttributionRequest, Credit } from '../../../analytics/attribution/attributionWork.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Attributor } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';

export type AttributionState =
  | { readonly kind: 'working' }
  | { readonly kind: 'known'; readonly attribution: Credit; readonly request: AttributionRequest }
  | { readonly kind: 'failed'; readonly words: string };

interface Told {
  readonly of: RunDetail;
  readonly state: AttributionState;
}

interface Opened {
  readonly of: RunDetail;
  readonly attributor: Attributor;
}

/** The run's touches in a worker, credited anew with each change of a setting; the last answer stays until the next is there. */
export function useAttribution(
  detail: RunDetail | undefined,
  seed: number,
  request: AttributionRequest,
): AttributionState {
  const store = useWorkspaceStore();
  const [opened, setOpened] = useState<Opened>();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    if (!detail) return undefined;
    const {
      paths: touches,
      accounts,
      sends,
      contacts,
      factor,
      minorPerUnit,
      orderMinor,
      dearestMinor,
    } = detail;
    const worth = orderMinor / minorPerUnit;
    const dearest = dearestMinor / minorPerUnit;
    const opening = store
      .getState()
      .ports.attribute({ touches, accounts, sends, contacts, factor, minorPerUnit, seed, worth, dearest });
    let isOver = false;
    opening.then(
      (attributor) => {
        if (!isOver) setOpened({ of: detail, attributor });
      },
      (error: unknown) => {
        if (!isOver) setTold({ of: detail, state: failed(error) });
      },
    );
    return () => {
      isOver = true;
      opening.then(
        (attributor) => attributor.end(),
        () => undefined,
      );
    };
  }, [store, detail, seed]);
  useEffect(() => {
    if (!opened || opened.of !== detail) return undefined;
    let isOver = false;
    const tell = (state: AttributionState) => {
      if (!isOver) setTold({ of: opened.of, state });
    };
    opened.attributor.attribute(request).then(
      (attribution) => attribution && tell({ kind: 'known', attribution, request }),
      (error: unknown) => tell(failed(error)),
    );
    return () => {
      isOver = true;
    };
  }, [opened, detail, request]);
  return told && told.of === detail ? told.state : { kind: 'working' };
}

function failed(error: unknown): AttributionState {
  return { kind: 'failed', words: error instanceof Error ? error.message : String(error) };
}
