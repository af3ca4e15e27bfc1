import { Avatar } from '@kolo/ui'
import { useSpace } from '../lib/hub.tsx'
import { usePeople } from '../lib/people.tsx'
import { useSession } from '../lib/session.tsx'
import { useTexts } from '../lib/texts.tsx'

const shownAtMost = 5

/** Who else is in the space now. */
export function Present({ spaceId }: { spaceId: string }) {
  const { t } = useTexts('shell')
  const { present } = useSpace(spaceId)
  const { id } = useSession()
  const { lookup } = usePeople()
  const others = present.filter((person) => person.personId !== id)
  if (others.length === 0) return null
  const people = others.map((person) => lookup(person.personId))
  const label = `${t('shell:peopleHere', { count: others.length })}: ${people.map((person) => person.name).join(', ')}`
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
