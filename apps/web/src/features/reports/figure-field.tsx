import { TextField } from '@kolo/ui'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { parseFigure } from './parse-figure.ts'

type FigureFieldProps = {
  readonly label: string
  readonly value: number | null
  readonly isWhole: boolean
  readonly suffix?: ReactNode
  readonly error?: string | undefined
  onChange(value: number | null): void
  onLeave(): void
}

/** A figure that counts with every keystroke, on the keyboard of figures. What isn't one is said and kept out. */
export function FigureField({ label, value, isWhole, suffix, error, onChange, onLeave }: FigureFieldProps) {
  const { t, format } = useTexts('indicators')
  const written = (figure: number | null): string =>
    figure === null ? '' : format.number(figure, { useGrouping: false, maximumFractionDigits: 6 })
  const [typed, setTyped] = useState(() => written(value))
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    // Somebody else wrote here: what stands in the field follows, unless it says the same already.
    setShown(value)
    if (parseFigure(typed, isWhole) !== value) setTyped(written(value))
  }
  const figure = parseFigure(typed, isWhole)
  const wrong =
    figure === undefined
      ? isWhole && /[.,]/.test(typed)
        ? t('indicators:notWhole')
        : t('indicators:notANumber')
      : error
  const type = (text: string) => {
    setTyped(text)
    const next = parseFigure(text, isWhole)
    if (next === undefined || next === value) return
    setShown(next)
    onChange(next)
  }
  return (
    <TextField
      label={label}
      value={typed}
      onChange={type}
      onBlur={onLeave}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      autoComplete="off"
      maxLength={20}
      suffix={suffix}
      error={wrong}
    />
  )
}
