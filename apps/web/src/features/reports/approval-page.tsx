import { isRendition, municipalityName, systemName } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { useEffect, useRef, useState } from 'react'
import { tell } from '../../lib/ask.ts'
import { useAttempt } from '../../lib/attempt.ts'
import { EntryButton, EntryNotice } from '../../lib/entry-form.tsx'
import { EntryPage } from '../../lib/entry-page.tsx'
import { isUnknown } from '../../lib/refusal.ts'
import { useChangeTexts, useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { ContentView } from './content-view.tsx'
import { DeclineByLink } from './decline-by-link.tsx'

type Page = Outputs['reports']['showApproval']

/** Where the link of a letter leads: one page to read, one button that signs it. Nothing else opens with it. */
export function ApprovalPage() {
  const { t } = useTexts('reports', 'errors', 'core')
  // The secret stands behind the #: it never reached a server on the way here.
  const [secret] = useState(() => location.hash.slice(1))
  const [page, setPage] = useState<Page | { readonly status: 'declined' }>()
  const [error, setError] = useState<unknown>()
  const changeRendition = useChangeTexts()
  // Another letter's link, opened in the same tab, changes nothing but what stands behind the #.
  useEffect(() => {
    const reload = (): void => location.reload()
    window.addEventListener('hashchange', reload)
    return () => window.removeEventListener('hashchange', reload)
  }, [])
  useEffect(() => {
    const show = async (): Promise<void> => {
      const found = await tell('reports', 'showApproval', { secret })
      // In the language of the letter, unless another was chosen in this browser.
      const isChosen = localStorage.getItem('kolo-rendition') !== null
      if (found.status === 'open' && isRendition(found.rendition) && !isChosen) await changeRendition(found.rendition)
      setPage(found)
    }
    show().catch(setError)
  }, [secret, changeRendition])
  if (error !== undefined) {
    return (
      <EntryPage title={t('reports:approveTitle')}>
        <EntryNotice tone="danger">
          {isUnknown(error) ? t('errors:unavailable') : t('reports:approveLinkInvalid')}
        </EntryNotice>
      </EntryPage>
    )
  }
  if (page && page.status !== 'open')
    return <Done words={t(page.status === 'approved' ? 'reports:approvedThanks' : 'reports:declinedThanks')} />
  return (
    <EntryPage title={t('reports:approveTitle')}>
      {page ? (
        <ToApprove page={page} secret={secret} onDone={(status) => setPage({ status })} />
      ) : (
        <div role="status" aria-busy className="h-40 animate-breathe rounded bg-sunken">
          <span className="sr-only">{t('core:loading')}</span>
        </div>
      )}
    </EntryPage>
  )
}

function Done({ words }: { readonly words: string }) {
  const { t } = useTexts('reports')
  // The button that was pressed is gone: what it did is read out.
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <EntryPage title={t('reports:approveTitle')}>
      <div ref={place} tabIndex={-1} className="outline-none">
        <EntryNotice tone="neutral">{words}</EntryNotice>
      </div>
    </EntryPage>
  )
}

type ToApproveProps = {
  readonly page: Extract<Page, { status: 'open' }>
  readonly secret: string
  onDone(what: 'approved' | 'declined'): void
}

function ToApprove({ page, secret, onDone }: ToApproveProps) {
  const { t, format, rendition } = useTexts('reports', 'systems')
  const attempt = useAttempt()
  // The same for each try: an answer that was lost is asked for once more.
  const [submissionId] = useState(() => uuidv7())
  const approve = async (): Promise<void> => {
    const invalid = t('reports:approveLinkInvalid')
    const work = () => tell('reports', 'approveByLink', { secret, submissionId })
    if (await attempt.run(work, { notFound: invalid, conflict: invalid })) onDone('approved')
  }
  return (
    <>
      <div className="flex flex-col gap-1">
        <h2 className="text-lg font-medium">
          {systemName(t, page.system)} · {municipalityName(rendition, page.municipality)}
        </h2>
        <p>{t('reports:reportFor', { period: format.period(page) })}</p>
        <p className="text-sm text-muted">{t('reports:dueOn', { date: format.date(page.dueOn) })}</p>
        <p className="text-sm text-muted">{t('reports:askedBy', { person: page.askedBy })}</p>
      </div>
      <ContentView assignment={page} content={page.content} filesAs="names" />
      <div className="sticky bottom-0 -mx-4 flex flex-col gap-2 border-t bg-canvas px-4 py-3">
        {attempt.problem && <EntryNotice tone="danger">{attempt.problem}</EntryNotice>}
        <EntryButton look="primary" onClick={() => void approve()} isPending={attempt.isPending}>
          {t('reports:approveAndSubmit')}
        </EntryButton>
        <p className="text-sm text-muted">{t('reports:approveAs', { person: page.approver })}</p>
      </div>
      <DeclineByLink secret={secret} onDeclined={() => onDone('declined')} />
    </>
  )
}
