import {
  BellRing,
  CirclePlay,
  Flag,
  FlaskConical,
  GitBranch,
  Headset,
  Hourglass,
  LogOut,
  Mail,
  MailQuestionMark,
  Megaphone,
  MessageCircle,
  MessageSquare,
  MonitorSmartphone,
  Phone,
  Search,
  Signpost,
  Smartphone,
  TrendingUp,
  UserPen,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import type { Channel } from '../journey/channels.ts';
import type { Step, StepKind } from '../journey/steps/index.ts';

export type Family = 'entry' | 'message' | 'logic' | 'time' | 'profile' | 'goal' | 'exit';

/** What kinds have in common, and so their colour. */
export const FAMILY_OF: Readonly<Record<StepKind, Family>> = {
  entry: 'entry',
  split: 'logic',
  experiment: 'logic',
  check: 'logic',
  message: 'message',
  wait: 'time',
  escalate: 'profile',
  update: 'profile',
  handoff: 'profile',
  goal: 'goal',
  exit: 'exit',
};

const ICON_OF_KIND: Readonly<Record<StepKind, LucideIcon>> = {
  entry: CirclePlay,
  split: GitBranch,
  experiment: FlaskConical,
  message: Mail,
  wait: Hourglass,
  check: MailQuestionMark,
  escalate: TrendingUp,
  update: UserPen,
  handoff: Headset,
  goal: Flag,
  exit: LogOut,
};

const ICON_OF_CHANNEL: Readonly<Record<Channel | 'preferred', LucideIcon>> = {
  email: Mail,
  sms: MessageSquare,
  push: BellRing,
  'web-push': BellRing,
  'in-app': Smartphone,
  whatsapp: MessageCircle,
  'direct-mail': Mail,
  'search-ad': Search,
  'display-ad': MonitorSmartphone,
  'social-ad': Megaphone,
  'social-post': Megaphone,
  call: Phone,
  webhook: Webhook,
  preferred: Signpost,
};

/** A kind's icon, or for messages the channel's. */
export function iconOf(step: {
  readonly kind: StepKind;
  readonly channel?: Channel | 'preferred';
}): LucideIcon {
  return step.kind === 'message' && step.channel ? ICON_OF_CHANNEL[step.channel] : ICON_OF_KIND[step.kind];
}

export function familyColour(step: Pick<Step, 'kind'>): string {
  return `var(--family-${FAMILY_OF[step.kind]})`;
}
