/** The end of every way: an id that is always there. */
export const EXIT = 'ExitNode';

export interface DelayNode {
  readonly id: string;
  readonly type: 'DelayNode';
  readonly variant:
    | { readonly type: 'Second'; readonly seconds: number }
    | {
        readonly type: 'LocalTime';
        readonly hour: number;
        readonly minute?: number;
        /** Sunday 0 to Saturday 6. */
        readonly allowedDaysOfWeek?: readonly number[];
        readonly defaultTimezone?: string;
      }
    | {
        readonly type: 'UserProperty';
        /** The id of a user property. */
        readonly userProperty: string;
        readonly offsetSeconds?: number;
        readonly offsetDirection?: 'before' | 'after';
      };
  readonly child: string;
}

export type MessageType = 'Email' | 'Sms' | 'MobilePush' | 'Webhook';

export interface MessageNode {
  readonly id: string;
  readonly type: 'MessageNode';
  readonly name?: string;
  readonly variant: { readonly type: MessageType; readonly templateId: string };
  /** Absent: it goes to everyone who has an address. */
  readonly subscriptionGroupId?: string;
  /** Without it a contact that cannot be sent the message leaves the journey. */
  readonly skipOnFailure?: boolean;
  readonly child: string;
}

export interface SplitNode {
  readonly id: string;
  readonly type: 'SegmentSplitNode';
  readonly name?: string;
  readonly variant: {
    readonly type: 'Boolean';
    readonly segment: string;
    readonly trueChild: string;
    readonly falseChild: string;
  };
}

export interface CohortNode {
  readonly id: string;
  readonly type: 'RandomCohortNode';
  readonly children: readonly { readonly id: string; readonly percent: number; readonly name: string }[];
}

export interface WaitForNode {
  readonly id: string;
  readonly type: 'WaitForNode';
  readonly timeoutSeconds: number;
  readonly timeoutChild: string;
  readonly segmentChildren: readonly { readonly id: string; readonly segmentId: string }[];
}

/** The nodes that are written; there is also `RateLimitNode`, at which Dittofeed lets everyone out. */
export type JourneyNode = DelayNode | MessageNode | SplitNode | CohortNode | WaitForNode;

export type EntryNode =
  | {
      readonly type: 'EntryNode';
      readonly segment: string;
      readonly child: string;
      readonly reEnter?: boolean;
    }
  | {
      readonly type: 'EventEntryNode';
      readonly event: string;
      readonly key?: string;
      readonly child: string;
    };

export type Operator =
  | { readonly type: 'Equals' | 'NotEquals'; readonly value: string | number }
  | { readonly type: 'Exists' | 'NotExists' }
  | { readonly type: 'GreaterThanOrEqual' | 'LessThan'; readonly value: number }
  | {
      readonly type: 'AbsoluteTimestamp';
      readonly absoluteTimestamp: string;
      readonly direction: 'before' | 'after';
    };

interface Property {
  readonly path: string;
  readonly operator: Operator;
}

export type EmailEvent = 'DFEmailDelivered' | 'DFEmailOpened' | 'DFEmailClicked' | 'DFEmailBounced';

/** What a part of a segment asks, without its id. */
export type Asking =
  | ({ readonly type: 'Trait' } & Property)
  | { readonly type: 'And' | 'Or'; readonly children: readonly string[] }
  | {
      readonly type: 'Performed';
      readonly event: string;
      readonly times: number;
      readonly timesOperator: '>=' | '<';
      readonly timeOperator?: 'Within';
      readonly withinSeconds?: number;
      readonly properties?: readonly Property[];
    }
  | { readonly type: 'Email'; readonly event: EmailEvent; readonly templateId: string }
  | {
      readonly type: 'SubscriptionGroup';
      readonly subscriptionGroupId: string;
      readonly subscriptionGroupType: string;
    }
  | { readonly type: 'SubscriptionGroupUnsubscribed'; readonly subscriptionGroupId: string }
  /** `percent` from 0 to 1: everybody's place among all is fixed. */
  | { readonly type: 'RandomBucket'; readonly percent: number }
  | { readonly type: 'Everyone' };

export type SegmentNode = Asking & { readonly id: string };

export interface SegmentDefinition {
  readonly entryNode: SegmentNode;
  readonly nodes: readonly SegmentNode[];
}

export type TemplateDefinition =
  | { readonly type: 'Email'; readonly from: string; readonly subject: string; readonly body: string }
  | { readonly type: 'Sms'; readonly body: string }
  | { readonly type: 'MobilePush'; readonly title?: string; readonly body?: string }
  | { readonly type: 'Webhook'; readonly identifierKey: string; readonly body: string };

/** The kinds of things that a bundle has, in the order in which they are to be sent; the endpoints are called like the files. */
export const RESOURCE_KINDS = ['userProperties', 'subscriptionGroups', 'templates', 'segments'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** The body of a PUT, as we write it or as somebody else did. */
export type Body = Readonly<Record<string, unknown>>;

export type Resources = Readonly<Record<ResourceKind, readonly Body[]>>;

export const FILE_NAMES = {
  userProperties: '1-user-properties.json',
  subscriptionGroups: '2-subscription-groups.json',
  templates: '3-content-templates.json',
  segments: '4-segments.json',
  journeys: '5-journeys.json',
} as const;
