import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import type { OpenDocument } from './open-document.ts'

/** Other people's carets and selections, in the colour of their organization, with their names. */
export function carets(open: OpenDocument) {
  return CollaborationCaret.configure({
    provider: open.provider,
    // The server writes each person's true name over this.
    user: { name: '', color: plain },
    render: (user) => {
      const caret = document.createElement('span')
      caret.className = 'document-caret'
      caret.dataset['person'] = String(user['personId'])
      caret.style.setProperty('--caret', colorOf(user))
      const label = document.createElement('span')
      label.className = 'document-caret-label'
      label.textContent = [user['name'], user['organization']]
        .filter((part) => typeof part === 'string' && part !== '')
        .join(' · ')
      caret.append(label)
      return caret
    },
    selectionRender: (user) => ({
      nodeName: 'span',
      class: 'document-selection',
      style: `--caret: ${colorOf(user)}`,
    }),
  })
}

const nameStays = 3_000

/** Shows a name while its caret moves; then it would only cover the line above. Returns how to stop. */
export function showMovingNames(open: OpenDocument, text: HTMLElement): () => void {
  const { awareness } = open.provider
  if (!awareness) return () => undefined
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const moved = ({ added, updated }: { added: number[]; updated: number[] }): void => {
    for (const clientId of [...added, ...updated]) {
      const user: unknown = awareness.getStates().get(clientId)?.['user']
      if (typeof user !== 'object' || user === null || !('personId' in user)) continue
      const personId = String(user.personId)
      clearTimeout(timers.get(personId))
      requestAnimationFrame(() => mark(text, personId, true))
      timers.set(
        personId,
        setTimeout(() => mark(text, personId, false), nameStays),
      )
    }
  }
  awareness.on('change', moved)
  return () => {
    awareness.off('change', moved)
    for (const timer of timers.values()) clearTimeout(timer)
  }
}

function mark(text: HTMLElement, personId: string, moving: boolean): void {
  for (const caret of text.querySelectorAll('.document-caret')) {
    if (caret instanceof HTMLElement && caret.dataset['person'] === personId) {
      caret.classList.toggle('document-caret-moving', moving)
    }
  }
}

const plain = '#5b6770'

const colorOf = (user: Readonly<Record<string, unknown>>): string => {
  const color = user['color']
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : plain
}
