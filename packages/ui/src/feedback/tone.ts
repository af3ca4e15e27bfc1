/** What a sign says by its colour; the text always says it too. */
export type Tone = 'neutral' | 'action' | 'attention' | 'danger' | 'success'

/** Soft background and text of each tone. */
export const softTones: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-muted',
  action: 'bg-action-soft text-action',
  attention: 'bg-attention-soft text-attention',
  danger: 'bg-danger-soft text-danger',
  success: 'bg-health-on-track-soft text-text',
}
