import type { About } from '@kolo/domain/projects/projects'
import { projectDescribe } from '@kolo/domain/projects/projects.decide'
import { Button, DatePicker, Dialog, Form, IconButton, type Openness, TextArea, TextField } from '@kolo/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import type { Overview } from './projects.data.ts'

type Passage = About['objectives'][number]

/** The coordinator's way to change what is written about a project. */
export function DescribeDialog({ overview, spaceId, ...openness }: { overview: Overview; spaceId: string } & Openness) {
  const { t } = useTexts('projects', 'core')
  const queries = useQueryClient()
  const send = useSend()
  const told = useTold()
  const [draft, setDraft] = useState(overview)
  const change = (next: Partial<Overview>) => setDraft((before) => ({ ...before, ...next }))
  const save = async () => {
    const { name, shortName, startsOn, endsOn, about } = draft
    const kept = (passages: readonly Passage[]) => passages.filter(({ title }) => title.trim() !== '')
    const described = { ...about, objectives: kept(about.objectives), outputs: kept(about.outputs) }
    openness.onOpenChange(false)
    const answer = send(projectDescribe, 'projects.describe', {
      spaceId,
      name,
      shortName,
      startsOn,
      endsOn,
      about: described,
    })
    if (await told(answer, { text: t('core:saved') })) await queries.invalidateQueries()
  }
  return (
    <Dialog
      {...openness}
      size="lg"
      isDismissable={false}
      title={t('projects:describe')}
      closeLabel={t('core:close')}
      footer={
        <>
          <Button onPress={() => openness.onOpenChange(false)}>{t('core:cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => void save()}
            isDisabled={!draft.name.trim() || !draft.shortName.trim()}
          >
            {t('core:save')}
          </Button>
        </>
      }
    >
      <Form onSubmit={() => void save()}>
        <TextField
          label={t('projects:name')}
          value={draft.name}
          onChange={(name) => change({ name })}
          isRequired
          maxLength={200}
        />
        <TextField
          label={t('projects:shortName')}
          value={draft.shortName}
          onChange={(shortName) => change({ shortName })}
          isRequired
          maxLength={80}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DatePicker
            label={t('core:startsOn')}
            value={draft.startsOn}
            onChange={(day) => day && change({ startsOn: day })}
          />
          <DatePicker
            label={t('core:endsOn')}
            value={draft.endsOn}
            onChange={(day) => day && change({ endsOn: day })}
          />
        </div>
        <PassageFields
          title={t('projects:objectives')}
          addLabel={t('projects:addObjective')}
          passages={draft.about.objectives}
          onChange={(objectives) => change({ about: { ...draft.about, objectives } })}
        />
        <PassageFields
          title={t('projects:outputs')}
          addLabel={t('projects:addOutput')}
          passages={draft.about.outputs}
          onChange={(outputs) => change({ about: { ...draft.about, outputs } })}
        />
      </Form>
    </Dialog>
  )
}

type PassageFieldsProps = {
  readonly title: string
  readonly addLabel: string
  readonly passages: readonly Passage[]
  onChange(passages: Passage[]): void
}

function PassageFields({ title, addLabel, passages, onChange }: PassageFieldsProps) {
  const { t } = useTexts('projects', 'core')
  const change = (index: number, next: Partial<Passage>) =>
    onChange(passages.map((passage, at) => (at === index ? { ...passage, ...next } : passage)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 font-semibold">{title}</legend>
      {passages.map((passage, index) => (
        <div key={index} className="flex items-start gap-2 rounded border p-3">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <TextField
              label={t('core:title')}
              value={passage.title}
              onChange={(text) => change(index, { title: text })}
              maxLength={200}
            />
            <TextArea
              label={t('core:description')}
              value={passage.about}
              onChange={(about) => change(index, { about })}
              rows={2}
            />
          </div>
          <IconButton
            icon={Trash2}
            label={t('projects:removeNamed', { title: passage.title })}
            onPress={() => onChange(passages.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button icon={Plus} className="self-start" onPress={() => onChange([...passages, { title: '', about: '' }])}>
        {addLabel}
      </Button>
    </fieldset>
  )
}
