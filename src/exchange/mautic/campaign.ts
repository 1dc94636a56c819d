/** Where an event leads on: an action by `bottom`, a condition or decision by `yes` and `no`. */
export type Anchor = 'bottom' | 'yes' | 'no';
export const ANCHORS: readonly Anchor[] = ['bottom', 'yes', 'no'];

export const EVENT_TYPES = ['action', 'decision', 'condition'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type JsonObject = Readonly<Record<string, unknown>>;

/** Ids of new events begin with it; Mautic gives them numbers when it saves them. */
export const NEW = 'new_';

/** The pseudo event that contacts come from, by what is listed under its name. */
export const SOURCES = ['lists', 'forms'] as const;
export type Source = (typeof SOURCES)[number];

/** Leads on to another event of the campaign, and has no event below it. */
export const JUMP = 'campaign.jump_to_event';
export const SEND_EMAIL = 'email.send';
/** With 0 points the action that does nothing. */
export const POINTS = 'lead.changepoints';

/** Mautic's columns for names end here. */
export const LONGEST_NAME = 191;

/** Whether an event does nothing but stand there: it changes the points by 0. */
export function doesNothing(type: string, properties: JsonObject): boolean {
  return type === POINTS && String(properties['points']) === '0';
}

/** 1, 0, true and false, as PHP takes them. */
export function isOn(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}
