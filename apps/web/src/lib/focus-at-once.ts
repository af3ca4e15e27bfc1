/** For the field that a form was opened to fill in: as its ref, it puts the caret there once, behind what it holds. */
export function focusAtOnce(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (!field) return
  field.focus()
  if (field.type !== 'date') field.setSelectionRange(field.value.length, field.value.length)
}
