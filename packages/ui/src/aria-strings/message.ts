/** What React Aria's message functions get to form plurals and numbers with. */
export type MessageFormatter = {
  plural(count: number, options: Readonly<Record<string, () => string>>): string
  number(value: number): string
}

/** The values that a message speaks about. */
export type MessageValues = Readonly<Record<string, string | number | boolean>>

/** A message as React Aria wants it: a text, or a function that forms one. */
export type AriaMessage = string | ((values: MessageValues, formatter: MessageFormatter) => string)

/** A message that counts: `#` in the forms is the number, `{#}` in the frame the form. */
export type CountedText = {
  readonly count: string
  readonly forms: Readonly<Partial<Record<'=0' | 'one' | 'few' | 'other', string>>>
  readonly frame: string
}

/** The one message that tells where one is in a list: the group on entering it, the option, whether it is chosen. */
export type OptionText = { readonly group: CountedText; readonly selected: string }

/** A message as it is written down: a text with `{values}`, or one of the two above. */
export type MessageText = string | CountedText | OptionText

/** All messages of React Aria in one language: package → key → text. */
export type MessageTexts = Readonly<Record<string, Readonly<Record<string, MessageText>>>>

const fill = (text: string, values: MessageValues): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

function countedMessage({ count, forms, frame }: CountedText): (values: MessageValues, f: MessageFormatter) => string {
  return (values, formatter) => {
    const number = Number(values[count])
    const written = (text: string) => () => text.replace('#', formatter.number(number))
    const options = Object.fromEntries(Object.entries(forms).map(([form, text]) => [form, written(text)]))
    return fill(frame.replace('{#}', formatter.plural(number, options)), values)
  }
}

/** Makes what React Aria calls; `write` turns the written text (never the values in it) into another script. */
export function messageOf(text: MessageText, write: (text: string) => string): AriaMessage {
  if (typeof text === 'string') {
    const written = write(text)
    return written.includes('{') ? (values) => fill(written, values) : written
  }
  if ('group' in text) {
    const group = countedMessage(writtenForms(text.group, write))
    const selected = write(text.selected)
    return (values, formatter) =>
      [
        String(values.isGroupChange) === 'true' ? group(values, formatter) : '',
        String(values.optionText),
        String(values.isSelected) === 'true' ? selected : '',
      ].join('')
  }
  return countedMessage(writtenForms(text, write))
}

// Names in braces are code; only what stands around them is language.
function writtenForms({ count, forms, frame }: CountedText, write: (text: string) => string): CountedText {
  return {
    count,
    frame: write(frame),
    forms: Object.fromEntries(Object.entries(forms).map(([form, text]) => [form, write(text)])),
  }
}
