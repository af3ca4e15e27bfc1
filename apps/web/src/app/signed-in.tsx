import { isRendition } from '@kolo/i18n'
import { useLocation } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { toSignIn } from '../lib/entering.ts'
import { HubProvider } from '../lib/hub.tsx'
import { SessionProvider, useCurrentPerson } from '../lib/session.tsx'
import { useChangeRendition } from '../lib/rendition.ts'
import { keepCode } from '../lib/service-worker.ts'
import { showTheme } from '../lib/theme.ts'
import { Outdated } from './outdated.tsx'
import { Shell } from './shell.tsx'

/** What only those who are signed in see; everyone else is led to the sign-in page and back. */
export function SignedIn() {
  const person = useCurrentPerson()
  const { href } = useLocation()
  const changeRendition = useChangeRendition()
  const rendition = person?.rendition
  const theme = person?.theme
  useEffect(() => {
    if (rendition && isRendition(rendition)) {
      localStorage.setItem('kolo-rendition', rendition)
      void changeRendition(rendition)
    }
  }, [rendition, changeRendition])
  useEffect(() => {
    if (theme) showTheme(theme)
  }, [theme])
  useEffect(keepCode, [])
  const [before] = useState(person?.id)
  if (!person) return <ToSignIn from={href} />
  if (before !== undefined && before !== person.id) return <Anew />
  return (
    <SessionProvider session={person}>
      <HubProvider personId={person.id}>
        <div className="flex h-dvh flex-col">
          <Outdated />
          <Suspense fallback={null}>
            <Shell />
          </Suspense>
        </div>
      </HubProvider>
    </SessionProvider>
  )
}

/** Another tab has signed somebody else in: a page of their own, in which nothing stays of whoever was here. */
function Anew() {
  useEffect(() => location.reload(), [])
  return null
}

function ToSignIn({ from }: { readonly from: string }) {
  useEffect(() => toSignIn(from), [from])
  return null
}
