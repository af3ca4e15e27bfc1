import { Button, IconButton, Kbd, LinkButton, Panel, TextLink, Tooltip } from '@kolo/ui'
import { Archive, Bold, Ellipsis, Italic, Plus, Send, Trash2 } from 'lucide-react'

const variants = ['primary', 'quiet', 'plain', 'danger'] as const

/** Buttons and links. */
export function Actions() {
  return (
    <Panel title="Actions">
      {variants.map((variant) => (
        <div key={variant} className="flex flex-wrap items-center gap-2">
          <Button variant={variant}>Save changes</Button>
          <Button variant={variant} icon={variant === 'danger' ? Trash2 : Send}>
            Пошаљи
          </Button>
          <Button variant={variant} size="sm">
            გაგზავნა
          </Button>
          <Button variant={variant} isPending pendingLabel="Sending">
            Send report
          </Button>
          <Button variant={variant} isDisabled>
            Disabled
          </Button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-1">
        <IconButton icon={Bold} label="Bold" shortcut="Ctrl B" />
        <IconButton icon={Italic} label="Italic" />
        <IconButton icon={Archive} label="Archive" size="sm" />
        <IconButton icon={Ellipsis} label="More" isDisabled />
        <IconButton icon={Plus} label="Add" variant="quiet" />
        <IconButton icon={Plus} label="Add" variant="primary" />
        <Tooltip text="Explains the button">
          <Button variant="plain">With tooltip</Button>
        </Tooltip>
      </div>
      <p>
        <LinkButton href="#there" size="sm" className="mr-2">
          Open the report
        </LinkButton>
        A text with a <TextLink href="#there">link to a place</TextLink>, a{' '}
        <TextLink href="#there" isQuiet>
          quiet one
        </TextLink>{' '}
        and a key: <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>. <i lang="sr-Cyrl">Курзив: бгдпт.</i>
      </p>
    </Panel>
  )
}
