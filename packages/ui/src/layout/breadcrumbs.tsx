import { ChevronRight } from 'lucide-react'
import { Breadcrumb, Breadcrumbs as AriaBreadcrumbs } from 'react-aria-components/Breadcrumbs'
import { Link } from 'react-aria-components/Link'

/** A page above this one; the last is this one and has no address. */
export type Crumb = { readonly label: string; readonly href?: string | undefined }

/** Where this page lies; `label` names the row. */
export function Breadcrumbs({ label, crumbs }: { readonly label: string; readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <AriaBreadcrumbs className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
        {crumbs.map(({ label: text, href }, index) => (
          <Breadcrumb key={`${index} ${text}`} className="flex items-center gap-1">
            {href === undefined ? (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{text}</span>
            ) : (
              <Link
                href={href}
                className="focus-ring rounded no-underline data-hovered:text-text data-hovered:underline"
              >
                {text}
              </Link>
            )}
            {index < crumbs.length - 1 && <ChevronRight size={12} aria-hidden />}
          </Breadcrumb>
        ))}
      </AriaBreadcrumbs>
    </nav>
  )
}
