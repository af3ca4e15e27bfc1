import { MunicipalityDocuments } from '../features/documents/municipality-documents.tsx'
import { RolloutSeries } from '../features/indicators/rollout-series.tsx'
import { MunicipalityView } from '../features/municipalities/municipality-view.tsx'
import { MunicipalityReports } from '../features/reports/municipality-reports.tsx'

/** The page of a municipality with what other nouns bring to it. */
export function MunicipalityPage() {
  return (
    <MunicipalityView
      reports={(municipalityId) => <MunicipalityReports municipalityId={municipalityId} />}
      indicators={(rolloutId) => <RolloutSeries rolloutId={rolloutId} />}
      documents={(municipalityId) => <MunicipalityDocuments municipalityId={municipalityId} />}
    />
  )
}
