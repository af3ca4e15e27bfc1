import type { Messages } from './catalogs/catalog.ts'
import { catalogs } from './catalogs.ts'
import type { Namespace } from './catalogs.ts'
import type { Rendition } from './renditions.ts'
import { toLatin } from './translit/to-latin.ts'

const loaded = new Map<string, Promise<Messages>>()

/** Serbian in Latin; placeholders stay, whatever they are called. */
const inLatin = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [
      key,
      text
        .split(/(\{\{[^}]*\}\})/u)
        .map((part, index) => (index % 2 === 0 ? toLatin(part) : part))
        .join(''),
    ]),
  )

const read = async (namespace: Namespace, rendition: Rendition): Promise<Messages> => {
  const files = catalogs[namespace]
  switch (rendition) {
    case 'en':
      return (await files.en()).messages
    case 'ka':
      return (await files.ka()).messages
    case 'sr-Cyrl':
      return (await files['sr-Cyrl']()).messages
    case 'sr-Latn':
      return inLatin(await messagesOf(namespace, 'sr-Cyrl'))
    case 'sr-Latn-ME': {
      const [serbian, overlay] = await Promise.all([messagesOf(namespace, 'sr-Latn'), files['sr-Latn-ME']()])
      return { ...serbian, ...overlay.messages }
    }
  }
}

/** The messages of one noun in one rendition, loaded once; a failed load may be tried again. */
export const messagesOf = (namespace: Namespace, rendition: Rendition): Promise<Messages> => {
  const address = `${rendition}/${namespace}`
  const known = loaded.get(address)
  if (known) return known
  const reading = read(namespace, rendition)
  loaded.set(address, reading)
  reading.catch(() => loaded.delete(address))
  return reading
}
