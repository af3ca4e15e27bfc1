import type { Stage } from '@kolo/domain/stages/stages'
import { Button, ConfirmDialog, IconButton, Menu, MenuItem } from '@kolo/ui'
import { CalendarRange, Check, Diamond, Ellipsis, Eye, Flag, Play, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { DatesDialog } from './dates-dialog.tsx'
import { LeadDialog } from './lead-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { type StageCommands, useStageCommands } from './stages.data.ts'

type Props = {
  readonly stage: Stage
  readonly commonsSpaceId: string
  readonly organizations: Outputs['projects']['overview']['organizations']
}
type Asked = 'dates' | 'lead' | 'reopen' | 'open'

/** What the coordinator does with a stage: the next step as a button, the rest in a menu. */
export function StageActions({ stage, commonsSpaceId, organizations }: Props) {
  const { t } = useTexts('stages', 'core')
  const commands = useStageCommands(commonsSpaceId, stage)
  const [asked, setAsked] = useState<Asked>()
  const openness = (dialog: Asked) => ({
    isOpen: asked === dialog,
    onOpenChange: (isOpen: boolean) => setAsked(isOpen ? dialog : undefined),
  })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <NextSteps stage={stage} commands={commands} onReopen={() => setAsked('reopen')} />
      <Menu
        label={t('core:actions')}
        trigger={<IconButton icon={Ellipsis} label={t('core:actions')} variant="quiet" />}
        onAction={(key) => setAsked(key as Asked)}
      >
        <MenuItem id="dates" icon={CalendarRange}>
          {t('stages:changeDates')}
        </MenuItem>
        <MenuItem id="lead" icon={Flag}>
          {t('stages:changeLead')}
        </MenuItem>
        {stage.openedAt === null ? (
          <MenuItem id="open" icon={Eye} description={t('stages:openWarning')}>
            {t('stages:openToMunicipalities')}
          </MenuItem>
        ) : null}
      </Menu>
      {asked === 'dates' && <DatesDialog stage={stage} onChange={commands.changeDates} {...openness('dates')} />}
      {asked === 'lead' && (
        <LeadDialog stage={stage} organizations={organizations} onChange={commands.changeLead} {...openness('lead')} />
      )}
      {asked === 'reopen' && <ReopenDialog onReopen={commands.reopen} {...openness('reopen')} />}
      <ConfirmDialog
        {...openness('open')}
        title={t('stages:openToMunicipalities')}
        confirmLabel={t('stages:openToMunicipalities')}
        cancelLabel={t('core:cancel')}
        tone="danger"
        onConfirm={() => {
          setAsked(undefined)
          void commands.open()
        }}
      >
        {t('stages:openWarning')} {t('core:cannotBeUndone')}
      </ConfirmDialog>
    </div>
  )
}

function NextSteps({ stage, commands, onReopen }: { stage: Stage; commands: StageCommands; onReopen: () => void }) {
  const { t } = useTexts('stages')
  const complete = (
    <Button variant="primary" icon={Check} onPress={() => void commands.complete()}>
      {t('stages:complete')}
    </Button>
  )
  const reopen = (
    <Button icon={RotateCcw} onPress={onReopen}>
      {t('stages:reopen')}
    </Button>
  )
  switch (stage.state) {
    case 'planned':
      return (
        <Button variant="primary" icon={Play} onPress={() => void commands.start()}>
          {t('stages:start')}
        </Button>
      )
    case 'active':
      return (
        <>
          <Button icon={Diamond} onPress={() => void commands.bringToGate()}>
            {t('stages:bringToGate')}
          </Button>
          {complete}
        </>
      )
    case 'atGate':
      return (
        <>
          {reopen}
          {complete}
        </>
      )
    case 'completed':
      return reopen
    default:
      return stage.state satisfies never
  }
}
