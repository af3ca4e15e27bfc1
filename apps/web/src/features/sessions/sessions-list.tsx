import { Badge, Button, ConfirmDialog, Panel, SkeletonList } from '@kolo/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { api, type Outputs, trpc } from '../../lib/trpc.ts'
import { deviceOf } from './device.ts'

type Session = Outputs['sessions']['list'][number]

/** Where one is signed in; each can be ended, and all others at once. */
export function SessionsList() {
  const { t, format } = useTexts('sessions', 'core')
  const client = useQueryClient()
  const list = useQuery(trpc.sessions.list.queryOptions())
  const [ending, setEnding] = useState<Session>()
  const refresh = () => client.invalidateQueries({ queryKey: trpc.sessions.list.queryKey() })
  const end = useMutation({
    mutationFn: (sessionId: string) => api.sessions.end.mutate({ sessionId }),
    onSuccess: () => setEnding(undefined),
    onSettled: refresh,
  })
  const endOthers = useMutation({ mutationFn: () => api.sessions.endOthers.mutate(), onSettled: refresh })
  const others = (list.data ?? []).filter((session) => !session.current).length
  const actions = others > 0 && (
    <Button size="sm" onPress={() => endOthers.mutate()} isPending={endOthers.isPending}>
      {t('sessions:endOthers')}
    </Button>
  )
  return (
    <Panel title={t('sessions:sessions')} actions={actions} isFlush>
      {list.isPending && <SkeletonList label={t('core:loading')} rows={2} />}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      <ul className="divide-y divide-line">
        {list.data?.map((session) => (
          <li key={session.id} className="flex min-h-14 flex-wrap items-center gap-3 px-4 py-2">
            <MonitorSmartphone size={20} aria-hidden className="shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-center gap-2">
                <span>{deviceOf(session.agent) ?? t('sessions:unknownDevice')}</span>
                {session.current && <Badge tone="action">{t('sessions:thisSession')}</Badge>}
              </div>
              <div className="text-sm text-muted">
                {t('sessions:lastUsed', { time: format.dateTime(session.seenAt) })}
              </div>
              <div className="text-sm text-muted">
                {t('sessions:startedOn', { date: format.date(session.createdAt) })} · {session.address}
              </div>
            </div>
            {!session.current && (
              <Button size="sm" onPress={() => setEnding(session)}>
                {t('sessions:end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={ending !== undefined}
        onOpenChange={() => setEnding(undefined)}
        title={t('sessions:end')}
        confirmLabel={t('sessions:end')}
        cancelLabel={t('core:cancel')}
        onConfirm={() => ending && end.mutate(ending.id)}
        isPending={end.isPending}
      >
        {t('sessions:endConfirm')}
      </ConfirmDialog>
    </Panel>
  )
}
