import { isRendition, renditionFrom } from '@kolo/i18n'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startTexts } from './lib/texts.tsx'
import './app/app.css'

const chosen = localStorage.getItem('kolo-rendition')
const rendition = chosen !== null && isRendition(chosen) ? chosen : renditionFrom(navigator.languages.join(','))
const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')

void startTexts(rendition).then((texts) =>
  createRoot(root).render(
    <StrictMode>
      <App texts={texts} />
    </StrictMode>,
  ),
)
