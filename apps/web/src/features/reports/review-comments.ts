import type { FieldKey } from '@kolo/domain/reports/report-content'
import { useCallback, useState } from 'react'

/** What a reviewer wrote and hasn't sent, by field. */
export type Comments = Readonly<Partial<Record<FieldKey, string>>>

const storeKey = (submissionId: string): string => `kolo-review-${submissionId}`

function stored(submissionId: string): Comments {
  try {
    return JSON.parse(localStorage.getItem(storeKey(submissionId)) ?? '{}') as Comments
  } catch {
    return {}
  }
}

/** Comments on a submission, kept in this browser until they are sent: a reload loses none. */
export function useReviewComments(submissionId: string) {
  const [comments, setComments] = useState<Comments>(() => stored(submissionId))
  const write = useCallback(
    (field: FieldKey, body: string | undefined) =>
      setComments((before) => {
        const { [field]: _gone, ...others } = before
        const next: Comments = body === undefined ? others : { ...others, [field]: body }
        localStorage.setItem(storeKey(submissionId), JSON.stringify(next))
        return next
      }),
    [submissionId],
  )
  const clear = useCallback(() => {
    localStorage.removeItem(storeKey(submissionId))
    setComments({})
  }, [submissionId])
  const ready = Object.entries(comments).flatMap(([field, body]) =>
    body?.trim() ? [{ field: field as FieldKey, body: body.trim() }] : [],
  )
  return { comments, ready, write, clear }
}
