import type { Stage } from '@kolo/domain/stages/stages'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

/** The project page's facts. */
export type Overview = Outputs['projects']['overview']
/** A stage as the ribbon shows it; `spaceId` is null where it can't be opened. */
export type RibbonStage = Overview['stages'][number]
/** Municipality × system. */
export type Matrix = Outputs['projects']['matrix']
export type Cell = Matrix['cells'][number]

/** A project by the word in its address. */
export const useOverview = (slug: string) => useQuery(trpc.projects.overview.queryOptions({ slug }))

/** The rollouts of a project that the person may see. */
export const useMatrix = (projectId: string) => useQuery(trpc.projects.matrix.queryOptions({ projectId }))

/** The stages as the commons tells them at this moment, one's own pending changes included. */
export function useLiveStages(commonsSpaceId: string, stages: readonly RibbonStage[]): readonly RibbonStage[] {
  const { state } = useSpace(commonsSpaceId)
  const live = state?.stages
  return useMemo(() => stages.map((stage) => withFacts(stage, live?.[stage.id])), [stages, live])
}

const withFacts = (stage: RibbonStage, facts: Stage | undefined): RibbonStage =>
  facts ? { ...facts, spaceId: stage.spaceId } : stage
