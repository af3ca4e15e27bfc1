import { EmptyState, List, ListRow, Panel, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { useNow } from '../../lib/now.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** The documents of a municipality and its rollouts in which somebody wrote last. */
export function MunicipalityDocuments({ municipalityId }: { municipalityId: string }) {
  const { t, format } = useTexts('municipalities', 'core')
  const now = useNow()
  const { data, error, refetch } = useQuery(trpc.documents.ofMunicipality.queryOptions({ municipalityId }))
  return (
    <Panel title={t('municipalities:documents')} isFlush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList label={t('core:loading')} />
      ) : (
        <List
          label={t('municipalities:documents')}
          items={data}
          empty={<EmptyState icon={FileText} title={t('municipalities:noDocuments')} />}
        >
          {({ id, title, spaceId, touchedAt }) => (
            <ListRow
              id={id}
              href={`/spaces/${spaceId}/documents/${id}`}
              textValue={title}
              title={title}
              description={format.relative(touchedAt, now)}
            />
          )}
        </List>
      )}
    </Panel>
  )
}
