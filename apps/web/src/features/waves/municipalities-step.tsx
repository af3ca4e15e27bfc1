import { municipalityName } from '@kolo/i18n'
import { Badge, Button, Checkbox, EmptyState, SkeletonList } from '@kolo/ui'
import { SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useCountryName } from '../../lib/countries.ts'
import { useTexts } from '../../lib/texts.tsx'
import { everywhere, narrowed } from './narrowing.ts'
import { NarrowingFields } from './narrowing-fields.tsx'
import { Step } from './step.tsx'
import type { Begun, Municipality, useWave } from './waves.data.ts'

type Props = {
  readonly project: Begun
  /** In order of their names. */
  readonly municipalities: readonly Municipality[] | undefined
  readonly chosenIds: readonly string[]
  readonly choice: ReturnType<typeof useWave>
}

/** In which municipalities rollouts begin: one by one, or all that are shown. */
export function MunicipalitiesStep({ project, municipalities, chosenIds, choice }: Props) {
  const { t, format } = useTexts('waves', 'municipalities', 'core')
  const [narrowing, setNarrowing] = useState(everywhere)
  const chosen = useMemo(() => new Set(chosenIds), [chosenIds])
  const shown = narrowed(municipalities ?? [], narrowing, (id) => chosen.has(id))
  const free = shown.filter(({ id }) => !chosen.has(id))
  const taken = shown.filter(({ id }) => chosen.has(id))
  const idsOf = (some: readonly Municipality[]) => some.map(({ id }) => id)
  return (
    <Step
      number={2}
      title={t('waves:stepMunicipalities')}
      state={t('waves:municipalitiesChosen', { count: chosenIds.length })}
      isDone={chosenIds.length > 0}
    >
      {!municipalities ? (
        <SkeletonList label={t('core:loading')} rows={6} />
      ) : municipalities.length === 0 ? (
        <EmptyState title={t('municipalities:empty')} />
      ) : (
        <>
          <NarrowingFields municipalities={municipalities} narrowing={narrowing} onChange={setNarrowing} />
          <div className="flex flex-wrap items-center gap-2">
            <p role="status" className="mr-auto text-sm text-muted">
              {t('municipalities:count', { count: shown.length })}
            </p>
            <Button size="sm" isDisabled={free.length === 0} onPress={() => choice.add('municipalityIds', idsOf(free))}>
              {t('waves:chooseShown', { number: format.number(shown.length) })}
            </Button>
            <Button
              size="sm"
              variant="plain"
              isDisabled={taken.length === 0}
              onPress={() => choice.remove('municipalityIds', idsOf(taken))}
            >
              {t('waves:leaveShown')}
            </Button>
          </div>
          {shown.length === 0 && <EmptyState icon={SearchX} title={t('core:noMatches')} />}
          <ul className="max-h-96 divide-y overflow-y-auto rounded border empty:hidden">
            {shown.map((municipality) => (
              <li key={municipality.id} className="[contain-intrinsic-size:auto_40px] [content-visibility:auto]">
                <Row
                  project={project}
                  municipality={municipality}
                  isChosen={chosen.has(municipality.id)}
                  choice={choice}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Step>
  )
}

type RowProps = Pick<Props, 'project' | 'choice'> & { readonly municipality: Municipality; readonly isChosen: boolean }

function Row({ project, municipality, isChosen, choice }: RowProps) {
  const { t, format, rendition } = useTexts('waves', 'municipalities')
  const countryName = useCountryName()
  const { id, country, region, registeredVoters } = municipality
  const isIn = project.organizations.some((one) => one.municipalityId === id)
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1">
      <Checkbox
        isSelected={isChosen}
        onChange={(next) => (next ? choice.add : choice.remove)('municipalityIds', [id])}
        className="min-w-40 flex-1"
      >
        {municipalityName(rendition, municipality)}
      </Checkbox>
      {isIn && <Badge tone="action">{t('municipalities:takesPart')}</Badge>}
      <span className="text-sm text-muted">
        {[
          countryName(country),
          ...(region ? [region] : []),
          registeredVoters === null
            ? t('waves:votersUnknown')
            : t('waves:voters', { number: format.number(registeredVoters) }),
        ].join(' · ')}
      </span>
    </div>
  )
}
