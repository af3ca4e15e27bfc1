import { type ComponentType, use } from 'react'

/**
 * A view whose code comes with its first use. The router's own kind reloads the page where the code can't be brought,
 * which without a network loses the page; here the failure is thrown to the router's error component.
 */
export function lazyView<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  let Found: ComponentType | undefined
  let failure: Error | undefined
  let loading: Promise<void> | undefined
  // The router calls it on the way to the view, and wants no refusal: the view itself tells.
  const preload = (): Promise<void> =>
    (loading ??= load().then(
      (module) => {
        Found = module[name]
        failure = undefined
      },
      (error: unknown) => {
        failure = error instanceof Error ? error : new Error(String(error))
        loading = undefined
      },
    ))
  function View() {
    if (!Found && failure) throw failure
    if (!Found) use(preload())
    return Found ? <Found /> : null
  }
  return Object.assign(View, { preload })
}
