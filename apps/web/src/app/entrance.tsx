import { createTexts, type Rendition } from '@kolo/i18n'
import { type ComponentType, lazy, StrictMode, Suspense } from 'react'
import type { Root } from 'react-dom/client'
import { InvitationView } from '../features/invitations/invitation-view.tsx'
import { LinkView } from '../features/sessions/link-view.tsx'
import { SignInView } from '../features/sessions/sign-in-view.tsx'
import { SetupView } from '../features/setup/setup-view.tsx'
import type { Entrance } from '../lib/entering.ts'
import { TextsProvider } from '../lib/texts.tsx'

const views: Readonly<Record<Entrance, ComponentType>> = {
  '/sign-in': SignInView,
  '/sign-in/link': LinkView,
  '/setup': SetupView,
  '/invitations': InvitationView,
  // With all that shows a report: the others don't wait for it.
  '/approve': lazy(async () => ({ default: (await import('../features/reports/approval-page.tsx')).ApprovalPage })),
}

/** Shows a page of those who aren't signed in: no router, no queries, no sockets. */
export async function showEntrance(root: Root, rendition: Rendition, entrance: Entrance): Promise<void> {
  const texts = await createTexts(rendition, ['core', 'errors', 'sessions'])
  const View = views[entrance]
  root.render(
    <StrictMode>
      <TextsProvider texts={texts}>
        <Suspense fallback={null}>
          <View />
        </Suspense>
      </TextsProvider>
    </StrictMode>,
  )
}
