import { useCallback, useState } from 'react'
import { useTexts } from './texts.tsx'
import { refusalOf } from './refusal.ts'
import { refusalText } from './refusal-text.ts'

/** Something that is tried once by a button: whether it is under way, and why it didn't work. */
export type Attempt = {
  readonly isPending: boolean
  readonly problem: string | undefined
  /** Runs it; gives true where it worked. `texts` says refusals in the page's own words, by reason or code. */
  run(work: () => Promise<unknown>, texts?: Readonly<Record<string, string>>): Promise<boolean>
}

/** For calls that aren't commands: signing in, invitations, setup, sessions. */
export function useAttempt(): Attempt {
  const { t } = useTexts('errors')
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = useCallback<Attempt['run']>(
    async (work, texts = {}) => {
      setPending(true)
      setProblem(undefined)
      try {
        await work()
        return true
      } catch (error) {
        const { code, details } = refusalOf(error) ?? { code: 'unavailable', details: {} }
        const reason = String(details['reason'] ?? code)
        setProblem(texts[reason] ?? texts[code] ?? refusalText(t, { code, details }))
        return false
      } finally {
        setPending(false)
      }
    },
    [t],
  )
  return { isPending, problem, run }
}
