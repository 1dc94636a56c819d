import { words } from './words.ts';
import { ui } from './ui.ts';
import { shell } from './shell.ts';
import { editJourney } from './editJourney.ts';
import { canvas } from './canvas.ts';
import type { readResults } from './readResults.ts';
import type { report } from './report.ts';
import { runSimulation } from './runSimulation.ts';
import type { actual } from './actual.ts';
import type { answers } from './answers.ts';
import type { assumptions } from './assumptions.ts';
import type { compareRuns } from './compareRuns.ts';
import type { channels } from './channels.ts';
import type { charts } from './charts.ts';
import type { contacts } from './contacts.ts';
import type { content } from './content.ts';
import type { inspectors } from './inspectors.ts';
import type { lift } from './lift.ts';
import type { money } from './money.ts';
import type { pipeline } from './pipeline.ts';
import type { play } from './play.ts';
import type { settings } from './settings.ts';
import type { takeToPlatform } from './takeToPlatform.ts';
import type { unsent } from './unsent.ts';
import { manageJourneys } from './manageJourneys.ts';
import type { manageAudience } from './manageAudience.ts';
import type { calibrate } from './calibrate.ts';
import type { way } from './way.ts';
import type { who } from './who.ts';
import type { attribution } from './attribution.ts';
import type { versions } from './versions.ts';
import { problems } from './problems.ts';

/** The visible English words of what is seen first, one catalogue per feature. A feature's catalogue is one file and one line here. */
export const en = {
  words,
  ui,
  shell,
  editJourney,
  canvas,
  runSimulation,
  manageJourneys,
  problems,
} as const;

/** All words; those of forms, contents, the player, the results and the settings come with them (formWords.ts and its neighbours). */
export type Words = typeof en & {
  readonly inspectors: typeof inspectors;
  readonly actual: typeof actual;
  readonly answers: typeof answers;
  readonly assumptions: typeof assumptions;
  readonly compareRuns: typeof compareRuns;
  readonly channels: typeof channels;
  readonly charts: typeof charts;
  readonly contacts: typeof contacts;
  readonly content: typeof content;
  readonly lift: typeof lift;
  readonly money: typeof money;
  readonly manageAudience: typeof manageAudience;
  readonly pipeline: typeof pipeline;
  readonly play: typeof play;
  readonly readResults: typeof readResults;
  readonly report: typeof report;
  readonly settings: typeof settings;
  readonly takeToPlatform: typeof takeToPlatform;
  readonly unsent: typeof unsent;
  readonly versions: typeof versions;
  readonly way: typeof way;
  readonly who: typeof who;
  readonly calibrate: typeof calibrate;
  readonly attribution: typeof attribution;
};
