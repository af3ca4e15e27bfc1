import { municipalitiesImport } from '@kolo/domain/municipalities/municipalities.decide'
import { municipalityColumns, type RowError } from '@kolo/domain/municipalities/read-rows'
import { Breadcrumbs, Button, FileButton, FileDropZone, Notice, PageHeader, Panel, Table } from '@kolo/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCountryName } from '../../lib/countries.ts'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'
import { type Preview, previewOf } from './read-file.ts'

const fileTypes = ['.csv', 'text/csv', '.xlsx']

/** For administrators: a file of municipalities, seen before it is taken over, all rows or none. */
export function ImportView() {
  const { t } = useTexts('municipalities', 'core')
  usePageTitle(t('municipalities:import'))
  const { data: known } = useQuery(trpc.municipalities.list.queryOptions({}))
  const [preview, setPreview] = useState<Preview>()
  const take = async ([file]: readonly File[]) => {
    if (file && known) setPreview(await previewOf(new Uint8Array(await file.arrayBuffer()), known))
  }
  const crumbs = [
    { label: t('municipalities:municipalities'), href: '/municipalities' },
    { label: t('municipalities:import') },
  ]
  return (
    <div className="flex min-w-0 flex-col">
      <PageHeader
        title={t('municipalities:import')}
        above={<Breadcrumbs label={t('municipalities:municipalities')} crumbs={crumbs} />}
        description={t('municipalities:importAbout', { columns: municipalityColumns.join(', ') })}
      />
      <div className="mx-auto flex w-full max-w-5xl min-w-0 flex-col gap-4 p-4 sm:p-6">
        {preview === undefined ? (
          <FileDropZone
            label={t('municipalities:importFile')}
            description={t('municipalities:dropHere')}
            buttonLabel={t('municipalities:chooseFile')}
            accept={fileTypes}
            allowsMultiple={false}
            isDisabled={known === undefined}
            onFiles={(files) => void take(files)}
          />
        ) : (
          <PreviewPanel preview={preview} onOther={(files) => void take(files)} />
        )}
      </div>
    </div>
  )
}

function PreviewPanel({ preview, onOther }: { preview: Preview; onOther(files: readonly File[]): void }) {
  const { t } = useTexts('municipalities', 'core')
  const { plan, errors } = preview
  const { run, isSending } = useImport(preview)
  const changes = plan.added.length + plan.changed.length
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="min-w-0 flex-1">
          {[
            t('municipalities:importNew', { count: plan.added.length }),
            t('municipalities:importChanged', { count: plan.changed.length }),
            t('municipalities:importSame', { count: plan.same.length }),
          ].join(' · ')}
        </p>
        <FileButton onFiles={onOther} accept={fileTypes}>
          {t('municipalities:otherFile')}
        </FileButton>
        <Button
          variant="primary"
          isDisabled={errors.length > 0 || changes === 0}
          isPending={isSending}
          onPress={() => void run()}
        >
          {t('municipalities:importConfirm')}
        </Button>
      </div>
      {errors.length > 0 && <Problems errors={errors} />}
      {errors.length === 0 && changes === 0 && <Notice tone="success">{t('municipalities:nothingToImport')}</Notice>}
      {changes > 0 && <Rows preview={preview} />}
    </>
  )
}

function useImport({ rows, plan }: Preview) {
  const { t } = useTexts('municipalities')
  const session = useSession()
  const send = useSend()
  const told = useTold()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isSending, setSending] = useState(false)
  const run = async () => {
    setSending(true)
    const input = { spaceId: session.networkSpaceId ?? '', rows: rows.map(({ line: _line, ...row }) => row) }
    const count = plan.added.length + plan.changed.length
    const isDone = await told(send(municipalitiesImport, 'municipalities.import', input), {
      text: t('municipalities:imported', { count }),
    })
    setSending(false)
    if (!isDone) return
    await queries.invalidateQueries()
    await navigate({ to: '/municipalities' })
  }
  return { run, isSending }
}

function Problems({ errors }: { errors: readonly RowError[] }) {
  const { t } = useTexts('municipalities')
  const words = ({ problem, value }: RowError): string => {
    if (problem === 'missingColumn') return t('municipalities:missingColumn', { column: value })
    return t(`municipalities:${problem}`, { value })
  }
  return (
    <Notice
      tone="danger"
      isLive
      title={t('municipalities:importErrors', { count: new Set(errors.map(({ line }) => line)).size })}
    >
      <ul className="mt-1 max-h-80 overflow-y-auto">
        {errors.map((error, index) => (
          <li key={index}>{t('municipalities:importLine', { line: error.line, problem: words(error) })}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Rows({ preview: { plan } }: { preview: Preview }) {
  const { t, format } = useTexts('municipalities')
  const countryName = useCountryName()
  return (
    <Panel title={t('municipalities:importPreview')} isFlush>
      <Table
        caption={t('municipalities:municipalities')}
        className="max-h-[60dvh]"
        rows={[...plan.added, ...plan.changed]}
        rowId={(row) => row.id}
        columns={[
          { id: 'name', title: t('municipalities:name'), isRowHeader: true, render: (row) => row.name },
          { id: 'local', title: t('municipalities:nameLocal'), render: (row) => row.nameLocal },
          { id: 'country', title: t('municipalities:country'), render: (row) => countryName(row.country) },
          { id: 'code', title: t('municipalities:code'), render: (row) => row.code ?? '–' },
          {
            id: 'voters',
            title: t('municipalities:voters'),
            align: 'end',
            render: (row) => (row.registeredVoters === null ? '–' : format.number(row.registeredVoters)),
          },
        ]}
      />
    </Panel>
  )
}
