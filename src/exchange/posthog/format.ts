/** The parts of a workflow’s JSON that we write, as PostHog’s editor and API name them. */
export interface Action {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Of steps that may fail: whether the run goes on. */
  readonly on_error?: 'continue';
  /** Who does not match passes the action by. */
  readonly filters: { readonly properties: readonly PropertyFilter[] } | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly type: string;
  readonly config: Config;
}

export type Config = Readonly<Record<string, unknown>>;

/** Which way out of an action: `continue`, or the branch with that number. */
export interface Outlet {
  readonly from: string;
  readonly type: 'continue' | 'branch';
  readonly index?: number;
}

export interface Edge extends Outlet {
  readonly to: string;
}

export interface PropertyFilter {
  readonly key: string;
  readonly operator: string;
  readonly value?: unknown;
  readonly type: 'person' | 'event';
}

export const EMAIL_TEMPLATE = 'template-email';
export const SMS_TEMPLATE = 'template-twilio';
export const PUSH_TEMPLATE = 'template-native-push';
export const WEBHOOK_TEMPLATE = 'template-webhook';
export const CAPTURE_TEMPLATE = 'template-posthog-capture';
export const PERSON_TEMPLATE = 'template-posthog-update-person-properties';

/** What a run is told by an e-mail, where the project has the capture of engagement switched on. */
export const EMAIL_EVENTS = {
  opened: '$workflows_email_opened',
  clicked: '$workflows_email_link_clicked',
  unsubscribed: '$workflows_email_unsubscribed',
  bounced: '$workflows_email_bounced',
} as const;

/** The property of such an event that says which action sent the e-mail. */
export const ACTION_PROPERTY = '$workflow_action_id';

/** What stands in the exit that open ends lead to: every action must lead somewhere. */
export const OPEN_END = 'Left by an open end';
export const HOLDOUT_NAME = 'Holdout';

/** Person properties that stand for what a workflow itself knows nothing of. */
export const TAG_KEY = 'tag:';
export const CONSENT_KEY = 'consent:';
export const DID_KEY = 'did:';
export const SUPPRESSED_KEY = 'suppressed:';
export const SCORE_KEY = 'journey:score';
export const NEVER_KEY = 'journey:never';

export function outletKey({ from, type, index }: Outlet): string {
  return JSON.stringify([from, type, type === 'branch' ? (index ?? -1) : -1]);
}
