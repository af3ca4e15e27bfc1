import {
  Button,
  DateField,
  DatePicker,
  FileDropZone,
  Form,
  NumberField,
  Panel,
  SearchField,
  TextArea,
  TextField,
} from '@kolo/ui'
import { useState } from 'react'

/** Fields for words, numbers, days and files. */
export function Fields() {
  const [amount, setAmount] = useState<number | null>(1250.5)
  const [day, setDay] = useState<string | null>('2026-11-23')
  return (
    <Panel title="Fields">
      <Form label="Fields" onSubmit={() => undefined}>
        <SearchField label="Find in documents" defaultValue="indjija" />
        <TextField label="Title" description="As it will stand in the list." placeholder="For example: Permits" />
        <TextField
          label="Mail address"
          type="email"
          defaultValue="milica"
          error="Write it with an @, as in name@example.org."
        />
        <TextField label="Disabled" isDisabled defaultValue="Can't be changed" />
        <TextArea label="Notes" note="optional" rows={2} defaultValue={'Grows with its text.\nSecond line.'} />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <NumberField label="Amount" unit="EUR" value={amount} onChange={setAmount} />
          <NumberField label="Places" hasSteppers value={12} onChange={() => undefined} error="At most 10." />
          <DateField label="Day" value={day} onChange={setDay} />
          <DatePicker label="Due" value={day} onChange={setDay} min="2026-01-01" />
          <DatePicker label="Not chosen" value={null} onChange={() => undefined} error="Choose a day." />
        </div>
        <FileDropZone
          label="Drop files here"
          description="Up to 50 MB each."
          buttonLabel="Choose files"
          onFiles={() => undefined}
        />
        <Button type="submit" variant="primary" className="self-start">
          Save
        </Button>
      </Form>
    </Panel>
  )
}
