import { Button, classNames, FileButton, IconButton, Menu, MenuItem, TextArea } from '@kolo/ui'
import { Paperclip, SendHorizontal, Settings2 } from 'lucide-react'
import { type ComponentProps, type DragEvent, useRef, useState } from 'react'
import { Attachments } from '../../lib/attachments.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useUploads } from '../../lib/uploads.ts'
import { isEmpty, useDraft } from './drafts.ts'
import type { Words } from './threads.data.ts'
import { useEnterSends } from './use-enter-sends.ts'

type Props = {
  readonly spaceId: string
  /** Under which the draft is kept. */
  readonly place: string
  readonly label: string
  readonly sendLabel: string
  /** Gives false where something else is missing: the words stay. */
  readonly onSend: (words: Words) => boolean | void
  readonly mayBeEmpty?: boolean
  readonly onTyping?: (() => void) | undefined
  /** Arrow up in an empty composer. */
  readonly onEditLast?: (() => void) | undefined
}

type KeyEvent = Parameters<NonNullable<ComponentProps<typeof TextArea>['onKeyDown']>>[0]

/** Where a message is written: text with Markdown's marks, and files by button, drop or paste. */
export function Composer({
  spaceId,
  place,
  label,
  sendLabel,
  onSend,
  mayBeEmpty = false,
  onTyping,
  onEditLast,
}: Props) {
  const { t } = useTexts('threads', 'files')
  const [words, change] = useDraft(place)
  const { uploads, start } = useUploads(spaceId)
  const [enterSends, setEnterSends] = useEnterSends()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const isUploading = uploads.some(({ id, state }) => words.fileIds.includes(id) && state !== 'added')
  const canSend = !isUploading && (mayBeEmpty || !isEmpty(words))

  const attach = (files: readonly File[]): void => {
    if (files.length === 0) return
    const begun = start(files)
    change((before) => ({ ...before, fileIds: [...before.fileIds, ...begun].slice(0, 20) }))
  }
  const send = (): void => {
    if (!canSend || onSend(words) === false) return
    change(() => ({ body: '', fileIds: [] }))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowUp' && words.body === '' && onEditLast) {
      event.preventDefault()
      return onEditLast()
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    if (enterSends || event.ctrlKey || event.metaKey) {
      event.preventDefault()
      send()
    }
  }
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return (
    // Dropping is a second way: the button takes files, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (!carriesFiles(event)) return
        event.preventDefault()
        attach([...event.dataTransfer.files])
      }}
      className={classNames(
        'group/composer flex flex-col gap-2 rounded',
        isOver && 'outline-2 outline-offset-4 outline-focus outline-dashed',
      )}
    >
      <Attachments
        spaceId={spaceId}
        fileIds={words.fileIds}
        onDetach={(fileId) =>
          change((before) => ({ ...before, fileIds: before.fileIds.filter((id) => id !== fileId) }))
        }
      />
      <TextArea
        label={label}
        isLabelHidden={!mayBeEmpty}
        placeholder={isOver ? t('files:dropHere') : t('threads:writeMessage')}
        rows={mayBeEmpty ? 4 : 1}
        maxRows={12}
        maxLength={10_000}
        value={words.body}
        inputRef={input}
        onChange={(body) => {
          change((before) => ({ ...before, body }))
          if (body !== '') onTyping?.()
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (event.clipboardData.files.length === 0) return
          event.preventDefault()
          attach([...event.clipboardData.files])
        }}
      />
      <div className="flex items-center gap-1">
        <FileButton icon={Paperclip} variant="plain" size="sm" allowsMultiple onFiles={attach}>
          <span className="max-sm:sr-only">{t('threads:attach')}</span>
        </FileButton>
        <Menu
          label={t('threads:writingOptions')}
          placement="top start"
          trigger={<IconButton icon={Settings2} size="sm" label={t('threads:writingOptions')} />}
          selectionMode="multiple"
          selectedKeys={enterSends ? ['enter'] : []}
          onSelectionChange={(keys) => setEnterSends(keys === 'all' || keys.has('enter'))}
        >
          <MenuItem id="enter" description={enterSends ? t('threads:hintEnter') : t('threads:hintCtrlEnter')}>
            {t('threads:enterSends')}
          </MenuItem>
        </Menu>
        <p className="min-w-0 flex-1 truncate px-1 text-xs text-muted not-group-focus-within/composer:invisible max-sm:invisible">
          {isUploading ? t('threads:waitForUploads') : t('threads:hintFormat')}
        </p>
        <Button variant="primary" icon={SendHorizontal} isDisabled={!canSend} onPress={send}>
          {sendLabel}
        </Button>
      </div>
    </div>
  )
}
