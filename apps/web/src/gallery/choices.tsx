import { Checkbox, ComboBox, Panel, RadioGroup, SegmentedControl, Select, Switch, Tabs } from '@kolo/ui'
import { LayoutGrid, List, Map } from 'lucide-react'
import { useState } from 'react'

const phases = [
  { value: 'prepare', label: 'Prepare' },
  { value: 'procure', label: 'Procure', description: 'Tender, contract, delivery' },
  { value: 'pilot', label: 'Pilot' },
] as const
const places = ['Inđija', 'Kareli', 'Ljig', 'Loznica', 'Lučani', 'Nikšić'].map((label) => ({ value: label, label }))
const verdicts = [
  { value: 'go', label: 'Go' },
  { value: 'goWithConditions', label: 'Go with conditions', description: 'Each condition becomes a task.' },
  { value: 'hold', label: 'Hold' },
] as const
const views = [
  { value: 'list', label: 'List', icon: List },
  { value: 'board', label: 'Board', icon: LayoutGrid },
  { value: 'map', label: 'Map', icon: Map },
] as const

/** Everything that chooses. */
export function Choices() {
  const [phase, setPhase] = useState<(typeof phases)[number]['value'] | null>(null)
  const [place, setPlace] = useState<string | null>('Ljig')
  const [verdict, setVerdict] = useState<(typeof verdicts)[number]['value'] | null>('goWithConditions')
  const [view, setView] = useState<(typeof views)[number]['value']>('list')
  return (
    <Panel title="Choices">
      <Select label="Phase" placeholder="Choose a phase" options={phases} value={phase} onChange={setPhase} />
      <Select
        label="With an error"
        placeholder="Choose"
        options={phases}
        value="pilot"
        onChange={setPhase}
        error="The pilot needs a plan."
      />
      <ComboBox
        label="Municipality"
        options={places}
        value={place}
        onChange={setPlace}
        emptyText="No such municipality"
        clearLabel="Choose none"
      />
      <RadioGroup label="Verdict" options={verdicts} value={verdict} onChange={setVerdict} />
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Checkbox defaultSelected>Chosen</Checkbox>
        <Checkbox>Not chosen</Checkbox>
        <Checkbox isIndeterminate>Some</Checkbox>
        <Checkbox isDisabled defaultSelected>
          Disabled
        </Checkbox>
      </div>
      <Checkbox error="Without this the report can't be sent." description="The approver of your municipality.">
        Approved by the approver
      </Checkbox>
      <Switch defaultSelected description="One mail each morning, when there is something.">
        Daily mail
      </Switch>
      <Switch>Off</Switch>
      <div className="flex flex-wrap gap-2">
        <SegmentedControl label="View" options={views} value={view} onChange={setView} />
        <SegmentedControl label="View" options={views} value={view} onChange={setView} isIconOnly />
      </div>
      <Tabs
        label="Tabs"
        tabs={[
          { id: 'criteria', label: 'Criteria', content: 'Five of six are met.' },
          { id: 'verdicts', label: 'Verdicts', content: 'Two of three partners have spoken.' },
          { id: 'history', label: 'History', isDisabled: true, content: '' },
        ]}
      />
    </Panel>
  )
}
