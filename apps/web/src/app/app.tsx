import type { Texts } from '@kolo/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Suspense } from 'react'
import { RouterProvider as LinksProvider } from 'react-aria-components'
import { queryClient } from '../lib/trpc.ts'
import { TextsProvider } from '../lib/texts.tsx'
import { router } from './router.tsx'

// Links of the design system stay inside the page, as those of the router do.
const navigate = (href: string): void => void router.navigate({ href })

/** Everything around the routes. */
export function App({ texts }: { texts: Texts }) {
  return (
    <QueryClientProvider client={queryClient}>
      <TextsProvider texts={texts}>
        <LinksProvider navigate={navigate}>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </LinksProvider>
      </TextsProvider>
    </QueryClientProvider>
  )
}
