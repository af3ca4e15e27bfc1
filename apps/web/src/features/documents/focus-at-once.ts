/** For the field that a dialog or form was opened to fill in: as its ref, it puts the caret there once. */
export function focusAtOnce(element: HTMLElement | null): void {
  element?.focus()
}
