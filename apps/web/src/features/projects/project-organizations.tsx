import { compareNames } from '@kolo/i18n'
import { Avatar, Badge, EmptyState, Panel } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import { useCountryName } from '../../lib/countries.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { Overview } from './projects.data.ts'

type Organization = Overview['organizations'][number]

/** Who takes part, the lead partner first. */
export function ProjectOrganizations({ organizations }: { organizations: readonly Organization[] }) {
  const { t, rendition } = useTexts('projects')
  const byName = compareNames(rendition)
  const sorted = organizations.toSorted(
    (a, b) => Number(b.role === 'lead') - Number(a.role === 'lead') || byName(a.name, b.name),
  )
  const groups = [
    { title: t('projects:partners'), members: sorted.filter(({ role }) => role === 'lead' || role === 'partner') },
    { title: t('projects:municipalities'), members: sorted.filter(({ role }) => role === 'municipality') },
    { title: t('projects:observers'), members: sorted.filter(({ role }) => role === 'observer') },
  ].filter(({ members }) => members.length > 0)
  return (
    <Panel title={t('projects:participants')} isFlush>
      {groups.length === 0 && <EmptyState icon={Building2} title={t('projects:participants')} />}
      {groups.map(({ title, members }) => (
        <section key={title} aria-label={title}>
          <h3 className="border-b bg-sunken px-4 py-1 text-xs font-medium text-muted">{title}</h3>
          <ul className="divide-y">
            {members.map((organization) => (
              <Line key={organization.id} organization={organization} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  )
}

function Line({ organization }: { organization: Organization }) {
  const { t } = useTexts('projects', 'organizations')
  const countryName = useCountryName()
  const { name, color, country, role, municipalityId, contacts } = organization
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
      <Avatar name={name} color={color} shape="square" />
      <span className="min-w-0 flex-1 basis-32">
        {municipalityId === null ? (
          name
        ) : (
          <Link to="/municipalities/$municipalityId" params={{ municipalityId }} className="hover:underline">
            {name}
          </Link>
        )}
      </span>
      {contacts === 'overdue' && <Badge tone="attention">{t('projects:contactsOverdue')}</Badge>}
      {role === 'lead' && <Badge tone="action">{t('organizations:lead')}</Badge>}
      {country && <span className="ml-auto text-sm text-muted">{countryName(country)}</span>}
    </li>
  )
}
