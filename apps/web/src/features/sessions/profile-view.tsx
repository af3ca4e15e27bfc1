import { isRendition, ownName, renditions } from '@kolo/i18n'
import { PageHeader, Panel, SegmentedControl, Select } from '@kolo/ui'
import { usePreferences } from '../../lib/preferences.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { NameForm } from './name-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionsList } from './sessions-list.tsx'

/** One's own page: name, language and look, password, and where one is signed in. */
export function ProfileView() {
  const { t, rendition } = useTexts('people', 'sessions', 'core')
  usePageTitle(t('people:yourProfile'))
  const { theme, setRendition, setTheme } = usePreferences()
  const themes = [
    { value: 'system' as const, label: t('core:themeSystem') },
    { value: 'light' as const, label: t('core:themeLight') },
    { value: 'dark' as const, label: t('core:themeDark') },
  ]
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={t('people:yourProfile')} />
      <div className="flex flex-col gap-4 p-4 sm:p-6">
        <Panel title={t('people:profile')}>
          <div className="flex flex-col gap-4">
            <NameForm />
            <Select
              label={t('core:language')}
              placeholder={t('core:language')}
              options={renditions.map((value) => ({ value, label: ownName(value) }))}
              value={rendition}
              onChange={(chosen) => {
                if (isRendition(chosen)) void setRendition(chosen)
              }}
              className="max-w-xs"
            />
            <div className="flex flex-col gap-1">
              <span className="font-medium">{t('core:theme')}</span>
              <SegmentedControl
                label={t('core:theme')}
                options={themes}
                value={theme}
                onChange={(chosen) => void setTheme(chosen)}
              />
            </div>
          </div>
        </Panel>
        <Panel title={t('sessions:changePassword')}>
          <PasswordForm />
        </Panel>
        <SessionsList />
      </div>
    </div>
  )
}
