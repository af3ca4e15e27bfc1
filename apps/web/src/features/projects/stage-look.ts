import type { StageState } from '@kolo/domain/stages/stages'
import type { MessageKey } from '@kolo/i18n'
import { Check, Circle, CircleDot, Diamond, type LucideIcon } from 'lucide-react'

/** How a state looks: a sign, a word, and the colours of the segment and of the bar on the time line. */
export type StageLook = {
  readonly icon: LucideIcon
  readonly label: MessageKey<'stages'>
  readonly segment: string
  readonly muted: string
  readonly bar: string
  readonly gate: string
}

/** Colour never says it alone: each state has a sign and a word of its own. */
export const stageLooks: Readonly<Record<StageState, StageLook>> = {
  planned: {
    icon: Circle,
    label: 'stages:planned',
    segment: 'bg-sunken text-text',
    muted: 'text-muted',
    bar: 'bg-line-strong/50',
    gate: 'border-line-strong bg-canvas',
  },
  active: {
    icon: CircleDot,
    label: 'stages:active',
    segment: 'bg-action text-on-action',
    muted: 'text-on-action',
    bar: 'bg-action',
    gate: 'border-on-action bg-transparent',
  },
  atGate: {
    icon: Diamond,
    label: 'stages:atGate',
    segment: 'bg-attention-soft text-text',
    muted: 'text-attention',
    bar: 'bg-attention',
    gate: 'border-attention bg-attention-soft',
  },
  completed: {
    icon: Check,
    label: 'stages:completed',
    segment: 'bg-action-soft text-text',
    muted: 'text-muted',
    bar: 'bg-action/50',
    gate: 'border-action bg-action',
  },
}
