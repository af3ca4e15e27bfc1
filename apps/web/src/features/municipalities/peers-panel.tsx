import { municipalityName, systemName } from '@kolo/i18n'
import { EmptyState, List, ListRow, Panel, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { MapPinned } from 'lucide-react'
import { useCountryName } from '../../lib/countries.ts'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type Peer = Outputs['municipalities']['peers'][number]

/** The municipalities most like this one, and what is alike. */
export function PeersPanel({ municipalityId }: { municipalityId: string }) {
  const { t, rendition } = useTexts('municipalities', 'core')
  const { data, error, refetch } = useQuery(trpc.municipalities.peers.queryOptions({ municipalityId }))
  const alike = useAlikeText()
  return (
    <Panel title={t('municipalities:peers')} note={t('municipalities:peersAbout')} isFlush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList label={t('core:loading')} />
      ) : (
        <List
          label={t('municipalities:peers')}
          items={data}
          empty={<EmptyState icon={MapPinned} title={t('municipalities:noPeers')} />}
        >
          {(peer) => (
            <ListRow
              id={peer.id}
              href={`/municipalities/${peer.id}`}
              textValue={municipalityName(rendition, peer)}
              title={municipalityName(rendition, peer)}
              description={alike(peer)}
            />
          )}
        </List>
      )}
    </Panel>
  )
}

/** Says what a peer has in common, and its size. */
function useAlikeText(): (peer: Peer) => string {
  const { t, format } = useTexts('municipalities', 'waves', 'systems')
  const countryName = useCountryName()
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: Infinity })
  return ({ country, registeredVoters, sameLevel, sharedSystemIds }) => {
    const shared = (systems ?? []).filter(({ id }) => sharedSystemIds.includes(id))
    return [
      countryName(country),
      registeredVoters === null
        ? t('waves:votersUnknown')
        : t('waves:voters', { number: format.number(registeredVoters) }),
      sameLevel === true && t('municipalities:sameLevel'),
      ...shared.map((system) => systemName(t, system)),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
