import { compareNames, fold } from '@kolo/i18n'
import { Button, EmptyState, SearchField, SkeletonList } from '@kolo/ui'
import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { useNetwork } from '../../lib/network.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { PersonRow } from './person-row.tsx'
import { seatsByPerson } from './people.data.ts'

/** Everybody with an account: seats, roles, and what an administrator can do about them. */
export function PeopleView() {
  const { t, rendition } = useTexts('people', 'core')
  const { state } = useNetwork()
  const [wanted, setWanted] = useState('')
  const [isAdding, setAdding] = useState(false)
  if (!state) return <SkeletonList label={t('core:loading')} rows={6} hasAvatar />
  const byName = compareNames(rendition)
  const folded = fold(wanted)
  const seats = seatsByPerson(state.organizations)
  const people = Object.values(state.people)
    .filter((person) => fold(`${person.name} ${person.email}`).includes(folded))
    .toSorted((a, b) => byName(a.name, b.name))
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={t('people:searchPlaceholder')}
          value={wanted}
          onChange={setWanted}
          className="min-w-48 flex-1"
        />
        <Button variant="primary" icon={UserPlus} onPress={() => setAdding(true)}>
          {t('people:add')}
        </Button>
      </div>
      <p className="text-muted">{t('people:count', { count: people.length })}</p>
      {people.length === 0 ? (
        <EmptyState icon={Users} title={wanted ? t('core:noMatches') : t('people:empty')} />
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} seats={seats.get(person.id) ?? []} />
          ))}
        </ul>
      )}
      <AddPersonDialog isOpen={isAdding} onOpenChange={setAdding} />
    </div>
  )
}
