import type { Figure } from './figures.ts'
import type { Goal, Row } from './row.ts'

/** For each row a line: whether what was measured keeps to its goals, and what doesn't. */
export const verdictOf = ({ id, goals }: Row, figures: readonly Figure[]): string => {
  const judged = goals.flatMap((goal) =>
    figures
      .filter(({ label }) => label === goal.label || label.endsWith(`: ${goal.label}`))
      .map((figure) => ({ goal, figure })),
  )
  if (judged.length === 0) return `${id.padEnd(4)} not judged: it has no goal in figures`
  const missed = judged.filter(({ goal, figure }) => !isKept(goal, valueOf(goal, figure)))
  if (missed.length === 0) return `${id.padEnd(4)} target met`
  const told = missed.map(
    ({ goal, figure }) => `${figure.label} ${shown(goal, valueOf(goal, figure))}, to be ${bound(goal)}`,
  )
  return `${id.padEnd(4)} target missed: ${told.join('; ')}`
}

function valueOf({ of = 'p50' }: Goal, { hub, ratio }: Figure): number {
  if (of === 'ratio') return ratio ?? Number.NaN
  return typeof hub === 'number' ? hub : hub[of]
}

const isKept = ({ atMost = Infinity, atLeast = -Infinity }: Goal, value: number): boolean =>
  value <= atMost && value >= atLeast

const shown = ({ of }: Goal, value: number): string => (of === 'ratio' ? `× ${value.toFixed(2)}` : value.toPrecision(3))

const bound = (goal: Goal): string =>
  goal.atMost === undefined ? `≥ ${shown(goal, goal.atLeast ?? Number.NaN)}` : `≤ ${shown(goal, goal.atMost)}`
