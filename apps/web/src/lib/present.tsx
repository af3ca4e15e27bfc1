import { Avatar } from '@kolo/ui'
import { useSpace } from './hub.tsx'
import { usePeople } from './people.tsx'
import { useSession } from './session.tsx'
import { useTexts } from './texts.tsx'

const shownAtMost = 5

/** Who else is in the space now; with `at`, in that very place. */
export function Present({ spaceId, at }: { spaceId: string; at?: string }) {
  const { t } = useTexts('shell')
  const { present } = useSpace(spaceId)
  const { id } = useSession()
  const { lookup } = usePeople()
  const others = present.filter((person) => person.personId !== id && (at === undefined || person.at === at))
  if (others.length === 0) return null
  // A person with two tabs in the space is one person.
  const people = [...new Set(others.map(({ personId }) => personId))].map(lookup)
  const label = `${t('shell:peopleHere', { count: people.length })}: ${people.map((person) => person.name).join(', ')}`
  return (
    <div role="img" aria-label={label} title={label} className="flex -space-x-1.5">
      {people.slice(0, shownAtMost).map((person) => (
        <Avatar key={person.id} name={person.name} color={person.color} size={24} />
      ))}
      {people.length > shownAtMost && (
        <span className="flex size-6 items-center justify-center rounded-full bg-hover text-xs">
          +{people.length - shownAtMost}
        </span>
      )}
    </div>
  )
}
