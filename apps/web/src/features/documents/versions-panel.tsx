import type { DocumentEntry, DocumentVersion } from '@kolo/domain/documents/documents'
import { can } from '@kolo/domain/documents/documents.policy'
import { Button } from '@kolo/ui'
import { BookCheck } from 'lucide-react'
import { useState } from 'react'
import type { SpaceView } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useDocumentCommands } from './documents.data.ts'
import { TitleDialog } from './title-dialog.tsx'
import { VersionDialog } from './version-dialog.tsx'

/** The versions, newest first; publishing fixes what is stored now. */
export function VersionsPanel({ space, document }: { space: SpaceView; document: DocumentEntry }) {
  const { t, format } = useTexts('documents', 'core')
  const { publish } = useDocumentCommands(space.spaceId)
  const { lookup } = usePeople()
  const [naming, setNaming] = useState(false)
  const [read, setRead] = useState<DocumentVersion>()
  return (
    <div className="flex flex-col gap-3">
      {can.publish(space.me, document) && (
        <Button icon={BookCheck} onPress={() => setNaming(true)}>
          {t('documents:publish')}
        </Button>
      )}
      {document.versions.length === 0 && <p className="text-muted">{t('documents:noVersions')}</p>}
      <ul className="flex flex-col gap-1">
        {document.versions.toReversed().map((version) => (
          <li key={version.id}>
            <Button variant="plain" className="w-full justify-start text-left" onPress={() => setRead(version)}>
              <span className="block wrap-anywhere">{version.name}</span>
              <span className="block text-sm font-normal text-muted">
                {t('documents:versionBy', {
                  person: lookup(version.publishedBy).name,
                  date: format.dateTime(version.publishedAt),
                })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <TitleDialog
        isOpen={naming}
        onOpenChange={setNaming}
        title={t('documents:publish')}
        description={t('documents:versionHelp')}
        label={t('documents:versionName')}
        maxLength={100}
        submitLabel={t('documents:publish')}
        onSubmit={(name) => void publish(document.id, name)}
      />
      <VersionDialog version={read} onClose={() => setRead(undefined)} />
    </div>
  )
}
