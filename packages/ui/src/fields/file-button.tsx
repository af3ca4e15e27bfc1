import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { ButtonProps } from '../actions/button.tsx'
import { Button } from '../actions/button.tsx'

export type FileButtonProps = Omit<ButtonProps, 'onPress'> & {
  /** MIME types or endings (`.docx`); everything by default. */
  readonly accept?: readonly string[] | undefined
  readonly allowsMultiple?: boolean | undefined
  readonly onFiles: (files: readonly File[]) => void
}

/** A button that asks for files. */
export function FileButton({ accept, allowsMultiple = false, onFiles, ...props }: FileButtonProps) {
  return (
    <FileTrigger
      allowsMultiple={allowsMultiple}
      {...(accept ? { acceptedFileTypes: accept } : {})}
      onSelect={(files) => files && files.length > 0 && onFiles([...files])}
    >
      <Button {...props} />
    </FileTrigger>
  )
}
