import { Breadcrumbs, NavTabs, PageHeader, SegmentedControl, ToastRegion } from '@kolo/ui'
import { useState } from 'react'
import { Actions } from './actions.tsx'
import { Choices } from './choices.tsx'
import { Collections } from './collections.tsx'
import { Feedback } from './feedback.tsx'
import { Fields } from './fields.tsx'
import { Overlays } from './overlays.tsx'
import { People } from './people.tsx'
import { Tokens } from './tokens.tsx'

/** All components on one page. */
export function Gallery() {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light')
  const change = (next: 'light' | 'dark') => {
    document.documentElement.dataset.theme = next
    setTheme(next)
  }
  return (
    <>
      <PageHeader
        above={<Breadcrumbs label="Breadcrumbs" crumbs={[{ label: 'Kolo', href: '#' }, { label: 'Components' }]} />}
        title="Components"
        description="Calm, dense, warm: each component in each of its states."
        actions={
          <SegmentedControl
            label="Theme"
            value={theme === 'dark' ? 'dark' : 'light'}
            onChange={change}
            options={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        }
        tabs={
          <NavTabs
            label="Sections"
            current="#overview"
            tabs={['overview', 'discussion', 'board', 'documents', 'files', 'reports', 'people'].map((id) => ({
              href: `#${id}`,
              label: id[0] === 'o' ? 'Преглед' : id,
            }))}
          />
        }
      />
      <main className="mx-auto grid max-w-7xl grid-cols-1 items-start gap-4 p-4 sm:p-6 lg:grid-cols-2">
        <Actions />
        <People />
        <Fields />
        <Choices />
        <Collections />
        <Feedback />
        <Overlays />
        <Tokens />
      </main>
      <ToastRegion label="Messages" closeLabel="Close" />
    </>
  )
}
