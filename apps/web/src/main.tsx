import { isRendition, renditionFrom } from '@kolo/i18n'
import { createRoot } from 'react-dom/client'
import { entranceAt } from './lib/entering.ts'
import './app/app.css'

const chosen = localStorage.getItem('kolo-rendition')
const rendition = chosen !== null && isRendition(chosen) ? chosen : renditionFrom(navigator.languages.join(','))
const place = document.getElementById('root')
if (!place) throw new Error('The page has no #root.')

const root = createRoot(place)
const entrance = entranceAt(location.pathname)
if (entrance) void import('./app/entrance.tsx').then(({ showEntrance }) => showEntrance(root, rendition, entrance))
else void import('./app/app.tsx').then(({ showApp }) => showApp(root, rendition))
