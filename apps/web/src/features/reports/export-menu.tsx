import { Button, Menu, MenuItem } from '@kolo/ui'
import { Download, FileSpreadsheet, Sheet } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'

/** Tables of what the person may see of a project; each is made as it is taken. */
export function ExportMenu({ projectId }: { readonly projectId: string }) {
  const { t } = useTexts('exports')
  const file = (name: string): string => `/exports/projects/${projectId}/${name}`
  return (
    <Menu
      label={t('exports:export')}
      trigger={
        <Button variant="quiet" icon={Download}>
          {t('exports:export')}
        </Button>
      }
    >
      <MenuItem icon={FileSpreadsheet} href={file('reports.xlsx')} download>
        {t('exports:workbook')}
      </MenuItem>
      <MenuItem icon={Sheet} href={file('reports.csv')} download>
        {t('exports:reportsCsv')}
      </MenuItem>
      <MenuItem icon={Sheet} href={file('values.csv')} download>
        {t('exports:valuesCsv')}
      </MenuItem>
      <MenuItem icon={Sheet} href={file('parts.csv')} download>
        {t('exports:partsCsv')}
      </MenuItem>
    </Menu>
  )
}
