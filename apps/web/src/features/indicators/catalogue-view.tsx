import { categoryName, indicatorName, unitName } from '@kolo/i18n'
import { indicatorImport } from '@kolo/domain/indicators/indicators.decide'
import type { IndicatorRow } from '@kolo/domain/indicators/indicators'
import { knownIndicators } from '@kolo/domain/indicators/known-indicators'
import { Button, EmptyState, PageHeader, SkeletonList, Table } from '@kolo/ui'
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
import { NewIndicatorDialog } from './new-indicator-dialog.tsx'

/** For administrators: the catalogue of indicators that rollouts can report. */
export function CatalogueView() {
  const { t } = useTexts('indicators', 'core')
  usePageTitle(t('indicators:catalogue'))
  const { data, error, refetch, isPending } = useQuery(trpc.indicators.list.queryOptions({}))
  const enter = useEnter()
  const [isDescribing, setDescribing] = useState(false)
  const missing = knownIndicators.filter(({ key }) => !data?.some((indicator) => indicator.key === key))
  const takeKnown = data && missing.length > 0 && (
    <Button variant="primary" icon={Library} onPress={() => void enter(missing)}>
      {t('indicators:takeKnown')}
    </Button>
  )
  return (
    <div className="flex min-w-0 flex-col">
      <PageHeader
        title={t('indicators:catalogue')}
        above={<AdministrationCrumb page={t('indicators:catalogue')} />}
        actions={
          data && (
            <>
              <Button icon={Plus} onPress={() => setDescribing(true)}>
                {t('indicators:newIndicator')}
              </Button>
              {data.length > 0 && takeKnown}
            </>
          )
        }
      />
      <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
        {isPending && <SkeletonList label={t('core:loading')} />}
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && (
          <EmptyState icon={Library} title={t('indicators:empty')} action={takeKnown}>
            {t('indicators:takeKnownAbout', { count: knownIndicators.length })}
          </EmptyState>
        )}
        {data && data.length > 0 && (
          <div className="rounded border bg-surface">
            <Table
              caption={t('indicators:catalogue')}
              rows={data}
              rowId={(indicator) => indicator.id}
              columns={[
                {
                  id: 'name',
                  title: t('indicators:indicator'),
                  isRowHeader: true,
                  render: (indicator) => indicatorName(t, indicator),
                },
                {
                  id: 'kind',
                  title: t('indicators:kind'),
                  render: ({ kind, cumulative, breakdown }) => (
                    <>
                      {t(`indicators:${kind}`)}
                      <span className="block text-sm text-muted empty:hidden">
                        {cumulative && <span className="block">{t('indicators:cumulative')}</span>}
                        {breakdown && t('indicators:breakdownOf', { breakdown: categoryName(t, breakdown) })}
                      </span>
                    </>
                  ),
                },
                {
                  id: 'unit',
                  title: t('indicators:unit'),
                  className: 'max-sm:hidden',
                  render: (indicator) => unitName(t, indicator),
                },
                {
                  id: 'reference',
                  title: t('indicators:reference'),
                  className: 'max-sm:hidden',
                  render: ({ reference }) => reference,
                },
              ]}
            />
          </div>
        )}
      </div>
      {isDescribing && (
        <NewIndicatorDialog
          taken={(data ?? []).map(({ key }) => key)}
          onAdd={(row) => void enter([row]).then((added) => added && setDescribing(false))}
          isOpen
          onOpenChange={setDescribing}
        />
      )}
    </div>
  )
}

function useEnter() {
  const { t } = useTexts('indicators')
  const session = useSession()
  const queries = useQueryClient()
  const send = useSend()
  const told = useTold()
  return async (rows: readonly IndicatorRow[]) => {
    const input = { spaceId: session.networkSpaceId ?? '', rows: [...rows] }
    const isAdded = await told(send(indicatorImport, 'indicators.import', input), { text: t('indicators:added') })
    if (isAdded) await queries.invalidateQueries()
    return isAdded
  }
}
