import type { Answer } from '@kolo/sync'
import { showToast } from '@kolo/ui'
import { useCallback } from 'react'
import { refusalText } from './refusal-text.ts'
import { useTexts } from './texts.tsx'

/** What is said once a command has been committed, and how it can be taken back. */
export type Told = { readonly text: string; readonly undo?: () => void }

// Only the last step can be taken back: an older offer would undo what later steps rest on.
let withdrawUndo: () => void = () => undefined

/** Waits for a command's answer and tells it in a toast: a refusal always, success where there is something to say. */
export function useTold(): (answering: Promise<Answer>, success?: Told) => Promise<boolean> {
  const { t } = useTexts('errors', 'core')
  return useCallback(
    async (answering, success) => {
      const answer = await answering
      if (answer.status === 'refused') {
        showToast({ text: refusalText(t, answer), tone: 'danger' })
        return false
      }
      if (success) {
        const { text, undo } = success
        withdrawUndo()
        const close = showToast({
          text,
          tone: 'success',
          ...(undo ? { action: { label: t('core:undo'), onAction: undo } } : {}),
        })
        withdrawUndo = undo ? close : () => undefined
      }
      return true
    },
    [t],
  )
}
