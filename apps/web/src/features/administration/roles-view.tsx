import { administratorAppoint, administratorDismiss } from '@kolo/domain/people/people.decide'
import { compareNames } from '@kolo/i18n'
import { Avatar, Button, ComboBox, ConfirmDialog, Facts, Panel, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { useNetwork } from '../../lib/network.ts'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'

/** What roles mean and who holds those that are appointed. */
export function RolesView() {
  const { t } = useTexts('administration')
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{t('administration:rolesIntro')}</p>
      <Administrators />
      <Coordinators />
      <Meanings />
    </div>
  )
}

function Administrators() {
  const { t, rendition } = useTexts('administration', 'core')
  const { spaceId, state, me } = useNetwork()
  const { lookup } = usePeople()
  const send = useSend()
  const tell = useTold()
  const [leaving, setLeaving] = useState<{ id: string; name: string }>()
  if (!state) return <SkeletonList label={t('core:loading')} rows={2} hasAvatar />
  const byName = compareNames(rendition)
  const people = Object.values(state.people)
    .filter((person) => !person.disabledAt)
    .toSorted((a, b) => byName(a.name, b.name))
  const appoint = (personId: string | null) =>
    personId && void tell(send(administratorAppoint, 'people.appointAdministrator', { spaceId, personId }))
  const dismiss = async (personId: string): Promise<void> => {
    setLeaving(undefined)
    await tell(send(administratorDismiss, 'people.dismissAdministrator', { spaceId, personId }))
  }
  return (
    <Panel title={t('administration:administrators')} isFlush>
      <ul className="divide-y divide-line">
        {people
          .filter((person) => person.administrator)
          .map((person) => (
            <li key={person.id} className="flex min-h-12 flex-wrap items-center gap-3 px-4 py-2">
              <Avatar name={person.name} color={lookup(person.id).color} />
              <span className="min-w-0 flex-1">
                <span className="block">{person.name}</span>
                <span className="block truncate text-sm text-muted">{person.email}</span>
              </span>
              {person.id !== me.personId && (
                <Button size="sm" onPress={() => setLeaving(person)}>
                  {t('administration:withdrawAdministrator')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <div className="border-t border-line p-4">
        {/* A new administrator empties what was typed. */}
        <ComboBox
          key={people.filter((person) => person.administrator).length}
          label={t('administration:grantAdministrator')}
          placeholder={t('administration:choosePerson')}
          emptyText={t('core:noMatches')}
          filter={fitsInAnyScript}
          options={people
            .filter((person) => !person.administrator)
            .map(({ id, name, email }) => ({ value: id, label: name, description: email }))}
          value={null}
          onChange={appoint}
          className="max-w-sm"
        />
      </div>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        onOpenChange={() => setLeaving(undefined)}
        title={t('administration:withdrawAdministrator')}
        confirmLabel={t('administration:withdrawAdministrator')}
        cancelLabel={t('core:cancel')}
        onConfirm={() => leaving && void dismiss(leaving.id)}
      >
        {t('administration:withdrawConfirm', { person: leaving?.name ?? '' })}
      </ConfirmDialog>
    </Panel>
  )
}

function Coordinators() {
  const { t } = useTexts('administration')
  const { data: projects } = useQuery(trpc.projects.administered.queryOptions({}))
  if (!projects || projects.length === 0) return null
  return (
    <Panel title={t('administration:coordinators')}>
      <Facts
        facts={projects.map((project) => ({
          label: project.name,
          value: project.coordinators.map(({ name }) => name).join(', ') || t('administration:noCoordinator'),
        }))}
      />
    </Panel>
  )
}

function Meanings() {
  const { t } = useTexts('administration', 'roles')
  const roles = [
    'coordinator',
    'editor',
    'reporter',
    'approver',
    'reader',
    'administrator',
    'observer',
    'signatory',
  ] as const
  return (
    <Panel title={t('administration:roles')}>
      <Facts facts={roles.map((role) => ({ label: t(`roles:${role}`), value: t(`roles:${role}About`) }))} />
    </Panel>
  )
}
