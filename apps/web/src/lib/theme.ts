/** How the page looks: chosen by the person, or as the system has it. */
export type Theme = 'light' | 'dark' | 'system'

/** Shows the theme at once; `system` leaves it to the browser. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  localStorage.setItem('kolo-theme', theme)
}

/** The theme of this browser's last visit, before anyone is signed in. */
export function rememberedTheme(): Theme {
  const remembered = localStorage.getItem('kolo-theme')
  return remembered === 'light' || remembered === 'dark' ? remembered : 'system'
}
