import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Journey } from '../../../src/journey/journey.ts';
import { serializeJourney } from '../../../src/journey/serializeJourney.ts';
import type { PlatformReading } from '../../../src/state/exchangePort.ts';
import { chooseFiles, openLibrary } from '../../support/openLibrary.tsx';
import { EMAIL, smallJourney } from '../../support/smallJourney.ts';

const user = userEvent.setup();
const FOLDER = 'public/samples/';

beforeEach(() => {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(FOLDER + (address.split('/').at(-1) ?? ''), 'utf8'))),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a file', () => {
  it('opens as the journey that it is, under its own id when that is free', async () => {
    const { journey } = await openLibrary();
    const other = smallJourney('j-other');
    await chooseFiles(new File([serializeJourney(other)], 'other.journey.json'));
    await waitFor(() => expect(journey()?.id).toBe('j-other'));
    expect(journey()).toEqual(other);
    await chooseFiles(new File([serializeJourney(other)], 'other.journey.json'));
    await waitFor(() => expect(journey()?.id).not.toBe('j-other'));
    expect({ ...journey(), id: other.id }).toEqual(other);
  });

  it('beside another is opened after it', async () => {
    const { journey, ports, notices, opened } = await openLibrary();
    const files = ['j-a', 'j-b', 'j-b'].map(
      (id) => new File([serializeJourney(smallJourney(id))], `${id}.json`),
    );
    await chooseFiles(...files);
    await waitFor(() => expect(notices.shown()).toHaveLength(1));
    expect(notices.shown()[0]?.words).toBe('3 journeys are in your workspace now; the last one is open.');
    expect([...ports.stored.keys()]).toEqual(expect.arrayContaining(['j-small', 'j-a', 'j-b']));
    expect(ports.stored.size).toBe(4);
    expect(journey()?.id).toMatch(/^j-[\da-f]{8}-/);
    expect(opened).toHaveBeenCalledOnce();
  });

  it('that is no journey is refused with every problem and its place, and nothing changes', async () => {
    const { journey, ports } = await openLibrary();
    const damaged = { ...smallJourney(), name: 3, luckId: null };
    await chooseFiles(new File([JSON.stringify(damaged)], 'damaged.json'));
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByText('The file has 2 problems. Nothing in your workspace changed.'),
    ).toBeVisible();
    expect(within(dialog).getByText('name')).toBeVisible();
    expect(within(dialog).getByText('luckId')).toBeVisible();
    expect(journey()).toEqual(smallJourney());
    expect(ports.stored.size).toBe(1);
  });

  it('that is far too large is not even read', async () => {
    await openLibrary();
    const file = new File(['{}'], 'large.json');
    Object.defineProperty(file, 'size', { value: 50 * 1024 * 1024 });
    const read = vi.spyOn(file, 'arrayBuffer');
    await chooseFiles(file);
    expect(await screen.findByText('The file is 50 MB large. A journey is at most 10 MB.')).toBeVisible();
    expect(read).not.toHaveBeenCalled();
  });
});

describe('a file of another platform', () => {
  const warning = {
    code: 'unknown-node',
    severity: 'warning',
    words: '“Notify” became a milestone.',
    values: {},
    path: 'actions.3',
  } as const;

  it('becomes a journey once its warnings were seen, and keeps what the file said', async () => {
    const { ports, journey, opened } = await openLibrary();
    const origin = { platform: 'klaviyo', steps: { [EMAIL]: { raw: { id: 7 }, read: {} } } };
    const read = vi.fn((): Promise<PlatformReading> =>
      Promise.resolve({
        ok: true,
        platform: 'Klaviyo Flows',
        isWhole: false,
        journey: { ...smallJourney('welcome'), name: 'Welcome', origin },
        warnings: [warning],
      }),
    );
    Object.assign(await ports.exchange(), { readPlatformFiles: read });
    await chooseFiles(new File(['{"data":{"type":"flow"}}'], 'flow.json'));
    const dialog = await screen.findByRole('dialog', { name: /Import from/ });
    expect(within(dialog).getByText('“Notify” became a milestone.')).toBeVisible();
    expect(within(dialog).getByText('actions.3')).toBeVisible();
    expect(journey()).toEqual(smallJourney());
    await user.click(within(dialog).getByRole('button', { name: 'Create the journey' }));
    await waitFor(() => expect(opened).toHaveBeenCalled());
    expect(journey()).toMatchObject({ name: 'Welcome', origin });
    expect(read).toHaveBeenCalledWith(
      [{ name: 'flow.json', type: '', text: '{"data":{"type":"flow"}}' }],
      {},
    );
  });

  describe('that was made from the open journey', () => {
    const brief = 'From the open journey.';
    const readOf = (journey: Journey, isWhole = false) =>
      vi.fn((_: unknown, { base }: { readonly base?: Journey } = {}): Promise<PlatformReading> =>
        Promise.resolve({
          ok: true,
          platform: 'Klaviyo Flows',
          isWhole,
          journey: base ? { ...journey, brief } : journey,
          warnings: [],
        }),
      );
    const keep = /^Keep from “.?Small.?” what the file has no place for/;
    const apart = /^As a new journey, on its own/;
    const noPlace = /^A file of .?Klaviyo Flows.? has no place for money, targets/;

    async function open(read: ReturnType<typeof readOf>) {
      const library = await openLibrary();
      Object.assign(await library.ports.exchange(), { readPlatformFiles: read });
      await chooseFiles(new File(['{"data":{"type":"flow"}}'], 'flow.json'));
      return { ...library, dialog: within(await screen.findByRole('dialog', { name: /Import from/ })) };
    }
    const create = () => user.click(screen.getByRole('button', { name: 'Create the journey' }));

    it('keeps what the file has no place for, under an id of its own, with the same luck', async () => {
      const read = readOf({ ...smallJourney('flow'), luckId: 'other' });
      const { dialog, journey, opened } = await open(read);
      expect(dialog.getByRole('radio', { name: keep })).toBeChecked();
      expect(dialog.queryByText(noPlace)).toBeNull();
      expect(read).toHaveBeenLastCalledWith(expect.anything(), { base: smallJourney() });
      await create();
      await waitFor(() => expect(opened).toHaveBeenCalled());
      expect(journey()).toMatchObject({ brief, luckId: smallJourney().luckId });
      expect([smallJourney().id, 'flow']).not.toContain(journey()?.id);
    });

    it('becomes a journey on its own where that is chosen', async () => {
      const { dialog, journey, opened } = await open(
        readOf({ ...smallJourney('flow'), luckId: 'of the file' }),
      );
      await user.click(dialog.getByRole('radio', { name: apart }));
      expect(dialog.getByText(noPlace)).toBeVisible();
      await create();
      await waitFor(() => expect(opened).toHaveBeenCalled());
      expect(journey()?.brief).toBeUndefined();
      expect(journey()?.luckId).toBe('of the file');
    });

    it('is on its own unless asked where its file holds all of a journey, and says nothing of what is lacking', async () => {
      const { dialog } = await open(readOf(smallJourney('flow'), true));
      expect(dialog.getByRole('radio', { name: apart })).toBeChecked();
      expect(dialog.queryByText(noPlace)).toBeNull();
    });

    it('is not asked about where it shares nothing but an entry', async () => {
      const { steps, ...other } = smallJourney('flow');
      const renamed = Object.entries(steps).map(([id, step]) => [
        step.kind === 'entry' ? id : `x-${id}`,
        step,
      ]);
      const { dialog } = await open(
        readOf({ ...other, steps: Object.fromEntries(renamed) as Journey['steps'] }),
      );
      expect(dialog.queryByRole('radiogroup')).toBeNull();
      expect(dialog.getByText(noPlace)).toBeVisible();
    });
  });

  it('in several files says so of them', async () => {
    const { ports } = await openLibrary();
    Object.assign(await ports.exchange(), {
      readPlatformFiles: () =>
        Promise.resolve({
          ok: true,
          platform: 'Dittofeed',
          isWhole: false,
          journey: smallJourney(),
          warnings: [],
        }),
    });
    const files = ['1.json', '2.json'].map((name) => new File(['[]'], name));
    await chooseFiles(...files);
    expect(await screen.findByText(/^1\.json and 2\.json.? become a journey of \d+ steps\./)).toBeVisible();
  });

  it('that cannot be read says why, and nothing changes', async () => {
    const { ports, journey } = await openLibrary();
    const problem = { ...warning, severity: 'error', words: 'Two triggers.', path: 'triggers.1' } as const;
    Object.assign(await ports.exchange(), {
      readPlatformFiles: () => Promise.resolve({ ok: false, platform: 'Klaviyo Flows', problems: [problem] }),
    });
    await chooseFiles(new File(['<definitions/>'], 'flow.bpmn'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Two triggers.');
    expect(alert).toHaveTextContent('triggers.1');
    expect(screen.queryByRole('button', { name: 'Create the journey' })).toBeNull();
    expect(journey()).toEqual(smallJourney());
  });
});
