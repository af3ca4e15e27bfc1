import { type OrganizationKind, organizationKinds } from '@kolo/domain/core/roles'
import { compareNames, fold } from '@kolo/i18n'
import { Avatar, Badge, Button, EmptyState, List, ListRow, SearchField, SegmentedControl, SkeletonList } from '@kolo/ui'
import { Building2, Plus } from 'lucide-react'
import { useState } from 'react'
import { useNetwork } from '../../lib/network.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AddOrganizationDialog } from './add-organization-dialog.tsx'
import { OrganizationDrawer } from './organization-drawer.tsx'
import { useCountryName } from '../../lib/countries.ts'

/** Every organization of the network; one opens to its seats. */
export function OrganizationsView() {
  const { t, rendition } = useTexts('organizations', 'core')
  const { spaceId, state } = useNetwork()
  const countryName = useCountryName()
  const [wanted, setWanted] = useState('')
  const [kind, setKind] = useState<OrganizationKind | 'all'>('all')
  const [openId, setOpenId] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  if (!state) return <SkeletonList label={t('core:loading')} rows={6} hasAvatar />
  const byName = compareNames(rendition)
  const folded = fold(wanted)
  const organizations = Object.values(state.organizations)
    .filter(
      (organization) => (kind === 'all' || organization.kind === kind) && fold(organization.name).includes(folded),
    )
    .toSorted((a, b) => byName(a.name, b.name))
  const kinds = [
    { value: 'all' as const, label: t('core:all') },
    ...organizationKinds.map((value) => ({ value, label: t(`organizations:${value}`) })),
  ]
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={t('organizations:searchPlaceholder')}
          value={wanted}
          onChange={setWanted}
          className="min-w-48 flex-1"
        />
        <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
          {t('organizations:add')}
        </Button>
      </div>
      <div className="overflow-x-auto">
        <SegmentedControl label={t('organizations:kind')} options={kinds} value={kind} onChange={setKind} />
      </div>
      <List
        label={t('organizations:organizations')}
        className="rounded border border-line bg-surface"
        empty={
          <EmptyState
            icon={Building2}
            title={wanted || kind !== 'all' ? t('core:noMatches') : t('organizations:empty')}
          >
            {t('organizations:emptyAbout')}
          </EmptyState>
        }
      >
        {organizations.map((organization) => {
          const people = Object.values(organization.seats).flat()
          return (
            <ListRow
              key={organization.id}
              id={organization.id}
              textValue={organization.name}
              leading={<Avatar name={organization.name} color={organization.color} shape="square" />}
              title={organization.name}
              description={countryName(organization.country)}
              trailing={
                <>
                  {people.length === 0 && <span className="hidden sm:inline">{t('organizations:vacant')}</span>}
                  <Badge>{t(`organizations:${organization.kind}`)}</Badge>
                </>
              }
              onAction={() => setOpenId(organization.id)}
            />
          )
        })}
      </List>
      <OrganizationDrawer
        organization={openId === undefined ? undefined : state.organizations[openId]}
        onClose={() => setOpenId(undefined)}
      />
      <AddOrganizationDialog spaceId={spaceId} isOpen={isAdding} onOpenChange={setAdding} />
    </div>
  )
}
