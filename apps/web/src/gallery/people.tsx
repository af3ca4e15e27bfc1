import { Avatar, AvatarGroup, Badge, CountBadge, Facts, HealthBadge, HealthMark, Panel } from '@kolo/ui'
import { Lock } from 'lucide-react'

const people = [
  { id: '1', name: 'Milica Đorđević', color: '#0f5e63' },
  { id: '2', name: 'ნინო ბერიძე', color: '#b7791f' },
  { id: '3', name: 'Јован Љубичић', color: '#7a3e8e' },
  { id: '4', name: 'Ana Kralj', color: '#d9c27a' },
  { id: '5', name: 'Petar', color: '#334155' },
  { id: '6', name: 'Sofia Ek', color: '#c2410c' },
] as const
const healths = ['onTrack', 'atRisk', 'offTrack', 'none'] as const
const healthNames = { onTrack: 'On track', atRisk: 'У ризику', offTrack: 'Off track', none: 'No report yet' }

/** Avatars, badges, healths, facts. */
export function People() {
  return (
    <Panel title="People and states" note="6" actions={<Badge tone="attention">Due in 2 days</Badge>}>
      <div className="flex flex-wrap items-center gap-3">
        {([20, 24, 32, 48] as const).map((size) => (
          <Avatar key={size} name={people[0].name} color={people[0].color} size={size} isNamed />
        ))}
        <Avatar name="City of Kareli" color="#31572c" size={32} shape="square" />
        <AvatarGroup label="Who is here" people={people} moreLabel={(count) => `${count} more`} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {(['neutral', 'action', 'attention', 'danger', 'success'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Badge icon={Lock}>Закључано</Badge>
        <CountBadge count={3} label="3 unread" />
        <CountBadge count={128} label="128 waiting" tone="attention" />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {healths.map((health) => (
          <HealthBadge key={health} health={health} label={healthNames[health]} />
        ))}
        {healths.map((health) => (
          <HealthMark key={health} health={health} label={healthNames[health]} size={16} />
        ))}
      </div>
      <Facts
        facts={[
          { label: 'Municipality', value: 'Инђија' },
          { label: 'Inhabitants', value: '43 443' },
          { label: 'Responsible', value: 'Milica Đorđević, focal point' },
        ]}
      />
    </Panel>
  )
}
