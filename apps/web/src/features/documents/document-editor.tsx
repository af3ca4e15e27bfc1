import type { DocumentEntry } from '@kolo/domain/documents/documents'
import { encodeAnchor, quoteOf } from '@kolo/editor'
import { Drawer, showToast, Tabs } from '@kolo/ui'
import { EditorContent } from '@tiptap/react'
import { type CSSProperties, useEffect, useMemo, useState } from 'react'
import type { SpaceView } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { CommentsPanel } from './comments-panel.tsx'
import { type PassageThread, threadsOn } from './documents.data.ts'
import type { OpenDocument } from './open-document.ts'
import { Outline } from './outline.tsx'
import { showPosition } from './show-position.ts'
import { Toolbar } from './toolbar.tsx'
import { useDocumentEditor } from './use-document-editor.ts'
import { VersionsPanel } from './versions-panel.tsx'

type PanelTab = 'comments' | 'outline' | 'versions'
const wide = '(width >= 64rem)'

/** The text, its toolbar, and at the side what hangs on it. */
export function DocumentEditor(props: {
  readonly open: OpenDocument
  readonly document: DocumentEntry
  readonly space: SpaceView
  readonly editable: boolean
}) {
  const { open, document, space, editable } = props
  const { t } = useTexts('documents', 'core')
  const { editor, marks } = useDocumentEditor(open, {
    editable,
    label: document.title,
    pasteTooLarge: t('documents:pasteTooLarge'),
  })
  const [tab, setTab] = useState<PanelTab>('comments')
  const [drawer, setDrawer] = useState(false)
  const [active, setActive] = useState<string>()
  const [draft, setDraft] = useState<PassageThread['subject']>()
  const threads = useMemo(() => threadsOn(space.state?.threads ?? {}, document.id), [space.state, document.id])

  const showPanel = (shown: PanelTab): void => {
    setTab(shown)
    if (!window.matchMedia(wide).matches) setDrawer(true)
  }
  useEffect(() => {
    const drawn = threads.filter((thread) => thread.resolvedAt === null || thread.id === active)
    marks.show(
      drawn.map((thread) => ({ threadId: thread.id, anchor: thread.subject.anchor })),
      active,
    )
  }, [marks, threads, active])
  useEffect(() => {
    return marks.listenForPress((threadId) => {
      setActive(threadId)
      showPanel('comments')
    })
  }, [marks])

  const comment = (): void => {
    const { from, to } = editor.state.selection
    const passage = { from, to }
    const quote = quoteOf(editor.state.doc, passage)
    if (quote === '') {
      showToast({ text: t('documents:selectToComment') })
      return
    }
    setDraft({
      kind: 'passage',
      documentId: document.id,
      anchor: encodeAnchor(open.ydoc, passage),
      quote,
    })
    showPanel('comments')
  }
  const goTo = (position: number): void => {
    setDrawer(false)
    showPosition(editor, position)
  }
  const panel = (
    <Tabs<PanelTab>
      label={t('documents:sidePanel')}
      selected={tab}
      onSelect={setTab}
      tabs={[
        {
          id: 'comments',
          label: t('documents:comments'),
          content: (
            <CommentsPanel
              space={space}
              threads={threads}
              marks={marks}
              active={active}
              onActivate={setActive}
              onGoTo={goTo}
              draft={draft}
              onDraftDone={(threadId) => {
                setDraft(undefined)
                if (threadId) setActive(threadId)
              }}
            />
          ),
        },
        { id: 'outline', label: t('documents:outline'), content: <Outline editor={editor} onGoTo={goTo} /> },
        {
          id: 'versions',
          label: t('documents:versions'),
          content: <VersionsPanel space={space} document={document} />,
        },
      ]}
    />
  )
  const placeholder = { '--placeholder': JSON.stringify(editable ? t('documents:placeholder') : '') } as CSSProperties
  return (
    <>
      <Toolbar editor={editor} editable={editable} onComment={comment} onPanel={() => setDrawer(true)} />
      <div className="flex min-w-0 flex-1 gap-6 lg:px-6">
        <div className="mx-auto w-full max-w-3xl min-w-0 flex-1" style={placeholder}>
          <EditorContent editor={editor} />
        </div>
        <aside aria-label={t('documents:sidePanel')} className="document-side hidden w-80 shrink-0 py-4 lg:block">
          {!drawer && panel}
        </aside>
      </div>
      <Drawer isOpen={drawer} onOpenChange={setDrawer} title={document.title} closeLabel={t('core:close')}>
        {panel}
      </Drawer>
    </>
  )
}
