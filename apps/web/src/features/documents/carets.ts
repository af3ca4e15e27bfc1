import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import type { OpenDocument } from './open-document.ts'

/** Other people's carets and selections, in the colour of their organization, with their names. */
export function carets(open: OpenDocument) {
  return CollaborationCaret.configure({
    provider: open.provider,
    // The server writes each person's true name over this.
    user: { name: '', color: '#5b6770' },
    render: (user) => {
      const caret = document.createElement('span')
      caret.className = 'document-caret'
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

const colorOf = (user: Readonly<Record<string, unknown>>): string => {
  const color = user['color']
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : '#5b6770'
}
