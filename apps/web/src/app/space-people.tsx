import { strongest } from '@kolo/domain/core/roles'
import { Avatar } from '@kolo/ui'
import { compareNames } from '@kolo/i18n'
import { useParams } from '@tanstack/react-router'
import { useSpace } from '../lib/hub.tsx'
import { usePeople } from '../lib/people.tsx'
import { useTexts } from '../lib/texts.tsx'

/** Who belongs to the space, with role and organization, and who is here now. */
export function SpacePeople() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t, rendition } = useTexts('spaces', 'roles')
  const { state, present } = useSpace(spaceId)
  const { lookup } = usePeople()
  const roleNames = {
    administrator: t('roles:administrator'),
    coordinator: t('roles:coordinator'),
    editor: t('roles:editor'),
    approver: t('roles:approver'),
    reporter: t('roles:reporter'),
    reader: t('roles:reader'),
    owner: t('spaces:personal'),
  }
  const byName = compareNames(rendition)
  const here = new Set(present.map((person) => person.personId))
  const members = [...Map.groupBy(state?.space.members ?? [], (member) => member.personId)]
    .map(([personId, grants]) => ({
      ...lookup(personId),
      role: strongest(grants.map((grant) => grant.role)) ?? 'reader',
    }))
    .toSorted((a, b) => byName(a.name, b.name))
  return (
    <section aria-label={t('spaces:members')} className="mx-auto w-full max-w-3xl p-4 lg:p-6">
      <p className="pb-3 text-muted">{t('spaces:memberCount', { count: members.length })}</p>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {members.map((member) => (
          <li key={member.id} className="flex min-h-12 items-center gap-3 px-3 py-2">
            <Avatar name={member.name} color={member.color} size={32} />
            <div className="min-w-0 flex-1">
              <div className="truncate">{member.name}</div>
              {member.organizationName && <div className="truncate text-sm text-muted">{member.organizationName}</div>}
            </div>
            {here.has(member.id) && <span className="text-sm text-health-on-track">{t('spaces:hereNow')}</span>}
            <span className="text-sm text-muted">{roleNames[member.role]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
