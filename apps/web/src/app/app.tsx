import { localeOf, type Rendition, type Texts } from '@kolo/i18n'
import { UiProvider } from '@kolo/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode, Suspense } from 'react'
import type { Root } from 'react-dom/client'
import { queryClient } from '../lib/trpc.ts'
import { startTexts } from '../lib/rendition.ts'
import { currentPersonOptions } from '../lib/session.tsx'
import { TextsProvider, useTexts } from '../lib/texts.tsx'
import { router } from './router.tsx'

// Links of the design system stay inside the page, as those of the router do.
const navigate = (href: string): void => void router.navigate({ href })

/** Shows the hub of those who are signed in. */
export async function showApp(root: Root, rendition: Rendition): Promise<void> {
  // Who is signed in, the view and the words are asked for at once; whoever needs them first waits.
  // What fails here fails again, and is told, where it is needed.
  void queryClient.query(currentPersonOptions).catch(() => undefined)
  void router.load()
  const texts = await startTexts(rendition)
  root.render(
    <StrictMode>
      <App texts={texts} />
    </StrictMode>,
  )
}

/** Everything around the routes. */
function App({ texts }: { texts: Texts }) {
  return (
    <QueryClientProvider client={queryClient}>
      <TextsProvider texts={texts}>
        <Spoken>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </Spoken>
      </TextsProvider>
    </QueryClientProvider>
  )
}

/** The components speak the rendition that is shown. */
function Spoken({ children }: { children: ReactNode }) {
  const { rendition } = useTexts('core')
  return (
    <UiProvider locale={localeOf(rendition)} navigate={navigate}>
      {children}
    </UiProvider>
  )
}
