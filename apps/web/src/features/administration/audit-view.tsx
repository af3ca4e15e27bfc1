import { Button, type Column, EmptyState, SkeletonList, Table } from '@kolo/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { api, type Outputs, trpc } from '../../lib/trpc.ts'

type Page = Outputs['administration']['audit']
type Line = Page['lines'][number]

const shown = 3

/** The first spaces by name, the rest as a number: changes of seats concern many. */
function spacesOf({ spaces }: Line): string {
  const named = spaces.slice(0, shown).join(', ')
  return spaces.length > shown ? `${named} +${spaces.length - shown}` : named
}

/** Who did what, where and when; never what it said. */
export function AuditView() {
  const { t, format } = useTexts('administration', 'core')
  const audit = useInfiniteQuery({
    queryKey: [...trpc.administration.audit.queryKey({}), 'pages'],
    queryFn: ({ pageParam }) => api.administration.audit.query(pageParam ? { before: pageParam } : {}),
    initialPageParam: null as Page['next'],
    getNextPageParam: (page) => page.next,
  })
  if (audit.error) return <Failure error={audit.error} onRetry={() => void audit.refetch()} />
  if (!audit.data) return <SkeletonList label={t('core:loading')} rows={8} />
  const columns: Column<Line>[] = [
    {
      id: 'at',
      title: t('administration:auditTime'),
      render: (line) => <time dateTime={line.at}>{format.dateTime(line.at)}</time>,
      className: 'whitespace-nowrap',
    },
    {
      id: 'actor',
      title: t('administration:auditActor'),
      render: (line) => line.actor ?? t('administration:system'),
      isRowHeader: true,
    },
    {
      id: 'command',
      title: t('administration:auditCommand'),
      render: (line) => <code className="font-mono text-sm">{line.command}</code>,
    },
    { id: 'space', title: t('administration:auditSpace'), render: (line) => spacesOf(line), className: 'min-w-48' },
  ]
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{t('administration:auditAbout')}</p>
      <Table
        caption={t('administration:audit')}
        columns={columns}
        rows={audit.data.pages.flatMap((page) => page.lines)}
        rowId={(line) => line.commandId}
        className="rounded border border-line bg-surface"
        empty={<EmptyState icon={History} title={t('administration:auditEmpty')} />}
      />
      {audit.hasNextPage && (
        <Button
          onPress={() => void audit.fetchNextPage()}
          isPending={audit.isFetchingNextPage}
          pendingLabel={t('core:loading')}
        >
          {t('core:showMore')}
        </Button>
      )}
    </div>
  )
}
