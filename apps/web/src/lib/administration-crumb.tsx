import { Breadcrumbs } from '@kolo/ui'
import { useTexts } from './texts.tsx'

/** The way back from a page of the administration that has no tabs above it. */
export function AdministrationCrumb({ page }: { readonly page: string }) {
  const { t } = useTexts('administration')
  const label = t('administration:administration')
  return <Breadcrumbs label={label} crumbs={[{ label, href: '/admin' }, { label: page }]} />
}
