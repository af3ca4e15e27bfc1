import { isRendition, ownName, renditions } from '@kolo/i18n'
import { ConfirmDialog, showToast } from '@kolo/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useHub } from '../lib/hub.tsx'
import { signOutText } from '../lib/leaving.ts'
import { usePreferences } from '../lib/preferences.ts'
import { forgetSession } from '../lib/session.tsx'
import { useTexts } from '../lib/texts.tsx'
import type { Theme } from '../lib/theme.ts'
import { api } from '../lib/trpc.ts'
import { forgetDocuments, unsavedDocuments } from '../lib/unsaved-documents.ts'
import { useUnsent } from '../lib/unsent.ts'
import { personButton, PersonName } from './person-name.tsx'

const themes: readonly Theme[] = ['light', 'dark', 'system']
const item =
  'flex min-h-8 cursor-default items-center gap-2 rounded px-2 py-1 outline-none data-focused:bg-hover data-selected:font-medium max-lg:min-h-11'

/**
 * The person's own menu: language, theme, account, the way out. Unsent work is told before it could be lost. It opens as
 * it comes: its code is fetched when it is asked for.
 */
export function OpenPersonMenu() {
  const { t, rendition } = useTexts('core', 'shell', 'errors')
  const { client } = useHub()
  const { items } = useUnsent()
  const { setRendition, setTheme, theme } = usePreferences()
  const navigate = useNavigate()

  const [question, setQuestion] = useState<string>()

  const askToSignOut = (): void => {
    const text = signOutText(t, items, unsavedDocuments().length)
    if (text === undefined) void signOut()
    else setQuestion(text)
  }
  const signOut = async () => {
    setQuestion(undefined)
    try {
      await api.sessions.signOut.mutate()
    } catch {
      showToast({ text: t('errors:unavailable'), tone: 'danger' })
      return
    }
    forgetSession()
    await client.signOut()
    // Its loss was agreed to: the browser needn't ask again.
    for (const { commandId, onlyInMemory } of client.outbox.items()) if (onlyInMemory) client.outbox.discard(commandId)
    forgetDocuments()
    // A page of its own: nothing of whoever signed out stays in this one.
    location.assign('/sign-in')
  }
  const themeNames = { light: t('core:themeLight'), dark: t('core:themeDark'), system: t('core:themeSystem') }

  return (
    <>
      <MenuTrigger defaultOpen>
        <Button className={personButton}>
          <PersonName />
        </Button>
        <Popover
          placement="top start"
          className="w-64 overflow-auto rounded border border-line bg-raised p-1 shadow-float"
        >
          <Menu aria-label={t('core:account')} className="outline-none">
            <MenuItem className={item} onAction={() => void navigate({ to: '/profile' })}>
              {t('shell:profile')}
            </MenuItem>
            <Separator className="my-1 border-t border-line" />
            <MenuSection
              selectionMode="single"
              selectedKeys={[rendition]}
              onSelectionChange={(keys) => {
                const [chosen] = Array.from(keys === 'all' ? [] : keys)
                if (typeof chosen === 'string' && isRendition(chosen)) void setRendition(chosen)
              }}
            >
              <Header className="px-2 py-1 text-xs text-muted">{t('core:language')}</Header>
              {renditions.map((each) => (
                <MenuItem key={each} id={each} className={item} textValue={ownName(each)}>
                  <span lang={each}>{ownName(each)}</span>
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className="my-1 border-t border-line" />
            <MenuSection
              selectionMode="single"
              selectedKeys={[theme]}
              onSelectionChange={(keys) => {
                const chosen = themes.find((each) => keys !== 'all' && keys.has(each))
                if (chosen) void setTheme(chosen)
              }}
            >
              <Header className="px-2 py-1 text-xs text-muted">{t('core:theme')}</Header>
              {themes.map((each) => (
                <MenuItem key={each} id={each} className={item}>
                  {themeNames[each]}
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className="my-1 border-t border-line" />
            <MenuItem className={item} onAction={askToSignOut}>
              {t('core:signOut')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {question !== undefined && (
        <ConfirmDialog
          isOpen
          onOpenChange={() => setQuestion(undefined)}
          title={t('core:signOut')}
          confirmLabel={t('core:signOut')}
          cancelLabel={t('core:cancel')}
          tone="danger"
          onConfirm={() => void signOut()}
        >
          <p>{question}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
