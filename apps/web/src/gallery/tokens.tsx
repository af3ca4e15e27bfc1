import { Panel } from '@kolo/ui'

const surfaces = [
  'canvas',
  'surface',
  'raised',
  'sunken',
  'hover',
  'pressed',
  'selected',
  'mark',
  'action-soft',
  'attention-soft',
  'danger-soft',
]
const inks = [
  'action',
  'attention',
  'danger',
  'health-on-track',
  'health-at-risk',
  'health-off-track',
  'health-none',
  'line-strong',
]

/** Colours and type. */
export function Tokens() {
  return (
    <Panel title="Colours and type">
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {surfaces.map((name) => (
          <span key={name} className="rounded border px-2 py-3 text-xs" style={{ background: `var(--color-${name})` }}>
            {name}
          </span>
        ))}
      </div>
      <div className="flex flex-wrap gap-3 text-sm">
        {inks.map((name) => (
          <span key={name} className="flex items-center gap-1">
            <span className="size-4 rounded" style={{ background: `var(--color-${name})` }} />
            {name}
          </span>
        ))}
      </div>
      <p className="text-2xl font-semibold">Kolo, Коло, კოლო</p>
      <p className="text-lg">Šđčćž, љњћђџ, ანბანი: sixteen pixels.</p>
      <p className="text-sm text-muted">Thirteen pixels, muted. 0123456789</p>
      <p className="font-serif text-lg">
        A document is set in Noto Serif: <i lang="sr-Cyrl">општина</i>, ქარელი.
      </p>
    </Panel>
  )
}
