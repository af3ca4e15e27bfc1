import { compareNames, municipalityName, systemName } from '@kolo/i18n'
import { EmptyState, Panel, SkeletonList } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { Grid3x3 } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useCountryName } from '../../lib/countries.ts'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { MatrixCell } from './matrix-cell.tsx'
import { type Cell, type Matrix, useMatrix } from './projects.data.ts'

/** Municipality × system, coloured by health: a table where there is room, a list by municipality on a phone. */
export function RolloutMatrix({ projectId, actions }: { projectId: string; actions: ReactNode }) {
  const { t } = useTexts('projects', 'core')
  const { data, error, refetch, isPending } = useMatrix(projectId)
  return (
    <Panel
      title={t('projects:matrix')}
      isFlush
      actions={actions}
      note={data && t('projects:rolloutCount', { count: data.cells.length })}
    >
      {isPending ? (
        <div className="p-4">
          <SkeletonList label={t('core:loading')} rows={6} />
        </div>
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data.cells.length === 0 ? (
        <EmptyState icon={Grid3x3} title={t('projects:matrixEmpty')} />
      ) : (
        <Rows matrix={data} />
      )}
    </Panel>
  )
}

type Municipality = Matrix['municipalities'][number]

function Rows({ matrix }: { matrix: Matrix }) {
  const { rendition } = useTexts('projects')
  const countryName = useCountryName()
  const byName = compareNames(rendition)
  const countries = [...Map.groupBy(matrix.municipalities, (municipality) => municipality.country)].map(
    ([country, municipalities]) => ({
      country,
      name: countryName(country),
      municipalities: municipalities.toSorted((a, b) =>
        byName(municipalityName(rendition, a), municipalityName(rendition, b)),
      ),
    }),
  )
  const cellAt = (municipalityId: string, systemId: string) =>
    matrix.cells.find((cell) => cell.municipalityId === municipalityId && cell.systemId === systemId)
  return (
    <>
      <MatrixTable matrix={matrix} countries={countries} cellAt={cellAt} />
      <MatrixList matrix={matrix} countries={countries} cellAt={cellAt} />
    </>
  )
}

type RowsProps = {
  readonly matrix: Matrix
  readonly countries: readonly {
    readonly country: string
    readonly name: string
    readonly municipalities: readonly Municipality[]
  }[]
  cellAt(municipalityId: string, systemId: string): Cell | undefined
}

// What scrolls has to be reached by keyboard.
const reachable = { role: 'group', tabIndex: 0 } as const

function MatrixTable({ matrix, countries, cellAt }: RowsProps) {
  const { t } = useTexts('projects', 'systems')
  return (
    <div {...reachable} aria-label={t('projects:matrix')} className="relative hidden overflow-x-auto md:block">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('projects:matrix')}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-36 border-b bg-surface px-4 py-2 text-start text-sm font-medium text-muted"
            >
              {t('projects:municipalities')}
            </th>
            {matrix.systems.map((system) => (
              <th
                key={system.id}
                scope="col"
                className="max-w-40 min-w-28 border-b px-1 py-2 text-start align-bottom text-sm font-medium text-muted"
              >
                {systemName(t, system)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countries.map(({ country, name, municipalities }) => (
            <Fragment key={country}>
              <tr>
                <th
                  scope="colgroup"
                  colSpan={matrix.systems.length + 1}
                  className="border-b bg-sunken px-4 py-1 text-start text-xs font-medium text-muted"
                >
                  {name}
                </th>
              </tr>
              {municipalities.map((municipality) => (
                <tr key={municipality.id}>
                  <th scope="row" className="sticky left-0 z-10 border-b bg-surface px-4 py-1 text-start font-medium">
                    <MunicipalityLink municipality={municipality} />
                  </th>
                  {matrix.systems.map((system) => {
                    const cell = cellAt(municipality.id, system.id)
                    return (
                      <td key={system.id} className="border-b p-1 align-top">
                        {cell ? <MatrixCell cell={cell} /> : <NoRollout />}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function NoRollout() {
  const { t } = useTexts('projects')
  return (
    <span className="block px-2 py-1 text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('projects:noRollout')}</span>
    </span>
  )
}

function MatrixList({ matrix, countries, cellAt }: RowsProps) {
  const { t } = useTexts('projects', 'systems')
  return (
    <ul className="divide-y md:hidden">
      {countries.flatMap(({ name, municipalities }) =>
        municipalities.map((municipality) => (
          <li key={municipality.id} className="flex flex-col gap-2 px-4 py-3">
            <span className="flex items-baseline gap-2">
              <span className="font-semibold">
                <MunicipalityLink municipality={municipality} />
              </span>
              <span className="text-xs text-muted">{name}</span>
            </span>
            {matrix.systems.map((system) => {
              const cell = cellAt(municipality.id, system.id)
              return cell && <MatrixCell key={system.id} cell={cell} system={systemName(t, system)} />
            })}
          </li>
        )),
      )}
    </ul>
  )
}

function MunicipalityLink({ municipality }: { municipality: Municipality }) {
  const { rendition } = useTexts('projects')
  return (
    <Link to="/municipalities/$municipalityId" params={{ municipalityId: municipality.id }} className="hover:underline">
      {municipalityName(rendition, municipality)}
    </Link>
  )
}
