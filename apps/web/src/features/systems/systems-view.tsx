import { knownSystems } from '@kolo/domain/systems/known-systems'
import type { SystemRow } from '@kolo/domain/systems/systems'
import { systemRowSchema } from '@kolo/domain/systems/systems'
import { systemImport } from '@kolo/domain/systems/systems.decide'
import { fold, systemName } from '@kolo/i18n'
import {
  Button,
  Dialog,
  EmptyState,
  type Openness,
  PageHeader,
  SkeletonList,
  Table,
  TextArea,
  TextField,
} from '@kolo/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Library, Plus } from 'lucide-react'
import { useState } from 'react'
import { AdministrationCrumb } from '../../lib/administration-crumb.tsx'
import { Failure } from '../../lib/failure.tsx'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'

/** For administrators: the catalogue of municipal information systems. */
export function SystemsView() {
  const { t } = useTexts('systems', 'core')
  usePageTitle(t('systems:catalogue'))
  const { data, error, refetch, isPending } = useQuery(trpc.systems.list.queryOptions({}))
  const enter = useEnter()
  const [adding, setAdding] = useState(false)
  const missing = knownSystems.filter(({ key }) => !data?.some((system) => system.key === key))
  const takeKnown = data && missing.length > 0 && (
    <Button icon={Library} onPress={() => void enter(missing)}>
      {t('systems:takeKnown')}
    </Button>
  )
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t('systems:add')}
    </Button>
  )
  return (
    <div className="flex min-w-0 flex-col">
      <PageHeader
        title={t('systems:catalogue')}
        above={<AdministrationCrumb page={t('systems:catalogue')} />}
        actions={
          <>
            {data && data.length > 0 && takeKnown}
            {add}
          </>
        }
      />
      <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
        {isPending && <SkeletonList label={t('core:loading')} />}
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && (
          <EmptyState icon={Library} title={t('systems:empty')} action={takeKnown}>
            {t('systems:takeKnownAbout', { count: knownSystems.length })}
          </EmptyState>
        )}
        {data && data.length > 0 && (
          <div className="rounded border bg-surface">
            <Table
              caption={t('systems:catalogue')}
              rows={data}
              rowId={(system) => system.id}
              columns={[
                { id: 'name', title: t('systems:name'), isRowHeader: true, render: (system) => systemName(t, system) },
                {
                  id: 'about',
                  title: t('systems:about'),
                  className: 'max-sm:hidden',
                  render: (system) => system.about,
                },
                {
                  id: 'key',
                  title: t('systems:key'),
                  render: (system) => <code className="text-sm text-muted">{system.key}</code>,
                },
              ]}
            />
          </div>
        )}
      </div>
      {adding && (
        <AddDialog
          taken={data?.map(({ key }) => key) ?? []}
          onAdd={(row) => void enter([row])}
          isOpen
          onOpenChange={setAdding}
        />
      )}
    </div>
  )
}

function useEnter() {
  const { t } = useTexts('systems')
  const session = useSession()
  const queries = useQueryClient()
  const send = useSend()
  const told = useTold()
  return async (rows: readonly SystemRow[]) => {
    const input = { spaceId: session.networkSpaceId ?? '', rows: [...rows] }
    if (await told(send(systemImport, 'systems.import', input), { text: t('systems:added') }))
      await queries.invalidateQueries()
  }
}

type AddProps = Openness & { readonly taken: readonly string[]; onAdd(row: SystemRow): void }

function AddDialog({ taken, onAdd, ...openness }: AddProps) {
  const { t } = useTexts('systems', 'core')
  const [name, setName] = useState('')
  const [about, setAbout] = useState('')
  const key = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const row = systemRowSchema.safeParse({ key, name, about })
  const isTaken = taken.includes(key)
  const add = () => {
    if (!row.success) return
    openness.onOpenChange(false)
    onAdd(row.data)
  }
  return (
    <Dialog
      {...openness}
      title={t('systems:add')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" isDisabled={!row.success || isTaken} onPress={add}>
          {t('systems:add')}
        </Button>
      }
    >
      <TextField
        label={t('systems:name')}
        value={name}
        onChange={setName}
        error={isTaken ? t('systems:keyTaken') : undefined}
        maxLength={120}
      />
      <TextArea
        label={t('systems:about')}
        note={t('core:optional')}
        value={about}
        onChange={setAbout}
        maxLength={1000}
      />
    </Dialog>
  )
}
