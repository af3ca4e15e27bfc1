import { type DraftSurroundings, type FieldKey, textFields } from '@kolo/domain/reports/report-content'
import type { ReviewComment } from '@kolo/domain/reports/reports'
import { Button, Notice } from '@kolo/ui'
import { createContext, type ReactNode, use } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import type { WrittenDraft } from './use-draft.ts'

/** What the fields of a form share. */
export type FormContext = {
  readonly draft: WrittenDraft
  readonly surroundings: DraftSurroundings
  /** The last day that the report tells of. */
  readonly periodEnd: string
  /** What the reviewer said of the submission that was returned. */
  readonly comments: readonly ReviewComment[]
  /** Who said it, by name. */
  readonly reviewer: string
  /** What is wrong with a field, once one has tried to hand in. */
  problemOf(field: FieldKey): string | undefined
}

const Context = createContext<FormContext | undefined>(undefined)
export const FormProvider = Context.Provider

/** The form around a field. */
export function useForm(): FormContext {
  const form = use(Context)
  if (!form) throw new Error('useForm needs a FormProvider above it.')
  return form
}

/** The anchor of a field, to go to from what is missing. */
export const anchorOf = (field: FieldKey): string => `field-${field.replaceAll(':', '-')}`

/** A field of the form with what others said of it: the reviewer's comments, and a change that clashes with one's own. */
export function FieldFrame({ field, children }: { field: FieldKey; children: ReactNode }) {
  const { comments, reviewer } = useForm()
  const here = comments.filter((comment) => comment.field === field)
  return (
    <div id={anchorOf(field)} tabIndex={-1} className="flex scroll-mt-32 flex-col gap-2 outline-none">
      {here.map(({ id, body }) => (
        <Notice key={id} tone="attention" title={reviewer}>
          <p className="whitespace-pre-wrap">{body}</p>
        </Notice>
      ))}
      {children}
      <ClashNotice field={field} />
    </div>
  )
}

function ClashNotice({ field }: { field: FieldKey }) {
  const { draft } = useForm()
  const { t } = useTexts('reports')
  if (!draft.clashes.has(field)) return null
  const theirs = textFields.find((one) => one === field)
  return (
    <Notice tone="danger" isLive title={t('reports:fieldChanged')}>
      <p>{t('reports:fieldChangedAbout')}</p>
      {theirs && <p className="mt-1 whitespace-pre-wrap">{t('reports:theirs', { value: draft.stored[theirs] })}</p>}
      <span className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onPress={() => draft.resolve(field, 'mine')}>
          {t('reports:keepMine')}
        </Button>
        <Button size="sm" onPress={() => draft.resolve(field, 'theirs')}>
          {t('reports:keepTheirs')}
        </Button>
      </span>
    </Notice>
  )
}
