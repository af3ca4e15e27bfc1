import { toLatin } from '@kolo/i18n'
import { installAriaStrings, UiProvider } from '@kolo/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Gallery } from './gallery.tsx'
import '../app/app.css'

// The look of every component in every state, for the eyes of developers: `npx vite apps/web`, then /gallery.html.
const wishes = new URLSearchParams(location.search)
document.documentElement.dataset.theme = wishes.get('theme') ?? 'light'
const locale = wishes.get('locale') ?? 'en-GB'
document.documentElement.lang = locale

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
await installAriaStrings(locale, toLatin)
createRoot(root).render(
  <StrictMode>
    <UiProvider locale={locale} navigate={(href) => history.pushState(null, '', href)}>
      <Gallery />
    </UiProvider>
  </StrictMode>,
)
