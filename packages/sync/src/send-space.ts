import type { Answer, Refusal } from './answer.ts'
import type { OnError } from './on-error.ts'
import type { OutboxItem } from './outbox-item.ts'
import type { Final } from './outbox-messages.ts'
import type { RetryPause } from './retry-pause.ts'

/** What sending takes. */
export type SendsSpace = {
  rests(): boolean
  /** What is to be sent in a space now, in order. */
  due(spaceId: string): readonly OutboxItem[]
  call(items: readonly OutboxItem[]): Promise<readonly Answer[]>
  conclude(sent: OutboxItem, answer: Final): Promise<void>
  /** All in the space wait, for the network or for this. */
  waits(spaceId: string, because: Refusal | undefined): void
  readonly pause: RetryPause
  readonly onError: OnError
}

type Unknown = Extract<Answer, { status: 'unknown' }>
const noAnswer: Unknown = { status: 'unknown' }

/** So often in a row the server may say that it failed; then the item makes way for what follows. */
const failuresBorne = 5
const patient = { attempt: 0, failures: 0 }

/** Sends what waits in a space until nothing does, each item again until there is a final answer. */
export async function sendSpace(spaceId: string, by: SendsSpace): Promise<void> {
  let { attempt, failures } = patient
  while (!by.rests()) {
    const due = by.due(spaceId)
    if (due.length === 0) return
    try {
      const { finals, open } = sorted(await by.call(due), due.length)
      for (const [index, answer] of finals.entries()) await by.conclude(due[index]!, answer)
      if (finals.length > 0) ({ attempt, failures } = patient)
      const stuck = due[finals.length]
      if (!stuck || !open) continue
      // Taken away meanwhile, or refused: whoever comes next begins anew.
      if (!by.due(spaceId).some(({ commandId }) => commandId === stuck.commandId)) {
        ;({ attempt, failures } = patient)
        continue
      }
      failures = open.failure ? failures + 1 : 0
      if (open.failure && failures >= failuresBorne) {
        await by.conclude(stuck, { status: 'refused', ...open.failure })
        ;({ attempt, failures } = patient)
        continue
      }
      by.waits(spaceId, open.because)
    } catch (error) {
      by.onError(error)
      by.waits(spaceId, undefined)
    }
    await by.pause.wait(attempt)
    attempt += 1
  }
}

/** The final answers, and the first that isn't; who was asked and answers nothing has given none. */
function sorted(answers: readonly Answer[], asked: number): { finals: Final[]; open: Unknown | undefined } {
  const finals: Final[] = []
  for (const answer of answers.slice(0, asked)) {
    if (answer.status === 'unknown') return { finals, open: answer }
    finals.push(answer)
  }
  return { finals, open: finals.length === 0 ? noAnswer : undefined }
}
