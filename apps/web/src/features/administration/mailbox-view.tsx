import { Disclosure, EmptyState, Notice, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** Development's mail, which is sent to nobody; the links in it work. */
export function MailboxView() {
  const { t, format } = useTexts('administration', 'core')
  const mailbox = useQuery({ ...trpc.administration.mailbox.queryOptions(), refetchInterval: 5_000 })
  if (mailbox.error) return <Failure error={mailbox.error} onRetry={() => void mailbox.refetch()} />
  if (!mailbox.data) return <SkeletonList label={t('core:loading')} />
  return (
    <div className="flex flex-col gap-4">
      <Notice>{t('administration:mailboxAbout')}</Notice>
      {mailbox.data.length === 0 && <EmptyState icon={Mail} title={t('administration:mailEmpty')} />}
      {mailbox.data.map((mail, index) => (
        <article key={mail.id} className="rounded border border-line bg-surface px-4 py-2">
          <Disclosure
            isInitiallyOpen={index === 0}
            title={
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{mail.subject}</span>
                <span className="text-sm text-muted">{t('administration:mailTo', { email: mail.recipient })}</span>
                <time dateTime={mail.at} className="text-sm text-muted">
                  {format.dateTime(mail.at)}
                </time>
              </span>
            }
          >
            <p className="whitespace-pre-wrap break-words">
              <WithLinks text={mail.text} />
            </p>
          </Disclosure>
        </article>
      ))}
    </div>
  )
}

/** Plain text whose addresses can be opened. */
function WithLinks({ text }: { readonly text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      // A full load: the link may belong to somebody else than who is signed in here.
      <a key={index} href={part} className="text-action underline">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
