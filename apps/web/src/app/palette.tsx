import { compareNames, fold } from '@kolo/i18n'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { usePreferences } from '../lib/preferences.ts'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'
import { useSpaceTitle } from './space-title.ts'

type Entry = { readonly id: string; readonly text: string; readonly hint: string; act(): void }

/** Finds and does: spaces, places, municipalities, the look. Letters of any script find the same. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTexts('shell', 'core')
  const entries = useEntries()
  const contains = (text: string, typed: string): boolean => fold(text).includes(fold(typed))
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-50 flex items-start justify-center bg-backdrop p-3 pt-[12vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded border border-line bg-raised shadow-float">
        <Dialog aria-label={t('shell:commandPalette')} className="flex max-h-[70dvh] flex-col outline-none">
          <Autocomplete filter={contains}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a palette is opened to be typed into */}
            <SearchField aria-label={t('shell:paletteHint')} autoFocus className="border-b border-line">
              <Input
                placeholder={t('shell:paletteHint')}
                className="w-full bg-transparent px-4 py-3 text-lg outline-none"
              />
            </SearchField>
            <Menu
              items={entries}
              aria-label={t('shell:paletteGoTo')}
              className="min-h-0 overflow-auto p-1 outline-none"
              renderEmptyState={() => <p className="p-4 text-muted">{t('core:noMatches')}</p>}
            >
              {(entry) => (
                <MenuItem
                  id={entry.id}
                  textValue={entry.text}
                  onAction={() => {
                    onClose()
                    entry.act()
                  }}
                  className="flex min-h-9 cursor-default items-center gap-3 rounded px-3 py-1.5 outline-none data-focused:bg-hover max-lg:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{entry.text}</span>
                  <span className="shrink-0 text-sm text-muted">{entry.hint}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function useEntries(): Entry[] {
  const { t, rendition } = useTexts('shell', 'core', 'spaces')
  const titleOf = useSpaceTitle()
  const navigate = useNavigate()
  const { setTheme } = usePreferences()
  const { data: spaces } = useQuery(trpc.spaces.mine.queryOptions({}))
  const { data: municipalities } = useQuery({ ...trpc.municipalities.list.queryOptions({}), staleTime: Infinity })
  const go = (href: string) => () => void navigate({ to: href as '/' })
  const byName = compareNames(rendition)
  const kinds = {
    stage: t('spaces:stage'),
    rollout: t('spaces:rollout'),
    municipality: t('spaces:municipality'),
  } as Partial<Record<string, string>>
  return [
    { id: 'home', text: t('shell:home'), hint: t('shell:paletteGoTo'), act: go('/') },
    { id: 'reports', text: t('shell:reports'), hint: t('shell:paletteGoTo'), act: go('/reports') },
    { id: 'municipalities', text: t('shell:municipalities'), hint: t('shell:paletteGoTo'), act: go('/municipalities') },
    ...(spaces ?? [])
      .filter((space) => space.kind !== 'personal')
      .map((space) => ({
        id: space.id,
        text: titleOf(space),
        hint: kinds[space.kind] ?? t('spaces:space'),
        act: go(`/spaces/${space.id}`),
      })),
    { id: 'light', text: t('core:themeLight'), hint: t('core:theme'), act: () => void setTheme('light') },
    { id: 'dark', text: t('core:themeDark'), hint: t('core:theme'), act: () => void setTheme('dark') },
    ...(municipalities ?? [])
      .toSorted((a, b) => byName(a.name, b.name))
      .map((row) => ({
        id: `m ${row.id}`,
        text: `${row.name} · ${row.nameLocal}`,
        hint: t('spaces:municipality'),
        act: go(`/municipalities/${row.id}`),
      })),
  ]
}
