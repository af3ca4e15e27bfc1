import type { ReactNode } from 'react'

/** A label with its value. */
export type Fact = { readonly label: string; readonly value: ReactNode }

/** Labels with values under each other; on a phone each label stands above its value. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[fit-content(50%)_minmax(0,1fr)] sm:gap-y-2">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="mb-2 min-w-0 sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
