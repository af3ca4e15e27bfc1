import {
  Avatar,
  Badge,
  Disclosure,
  HealthBadge,
  IconButton,
  List,
  ListRow,
  Panel,
  SortableTable,
  Table,
} from '@kolo/ui'
import { Ellipsis, FileText } from 'lucide-react'

type Row = {
  readonly id: string
  readonly place: string
  readonly health: 'onTrack' | 'atRisk' | 'offTrack'
  readonly done: number
}
const rows: readonly Row[] = [
  { id: '1', place: 'Loznica', health: 'onTrack', done: 82 },
  { id: '2', place: 'Ljig', health: 'offTrack', done: 7 },
  { id: '3', place: 'ქარელი', health: 'atRisk', done: 41 },
]
const columns = [
  {
    id: 'place',
    title: 'Municipality',
    isRowHeader: true,
    render: (row: Row) => row.place,
    sortValue: (row: Row) => row.place,
  },
  { id: 'health', title: 'Health', render: (row: Row) => <HealthBadge health={row.health} label={row.health} /> },
  { id: 'done', title: 'Done', align: 'end', render: (row: Row) => `${row.done} %`, sortValue: (row: Row) => row.done },
] as const

/** Lists and tables. */
export function Collections() {
  return (
    <>
      <Panel title="Waiting for you" note="3" isFlush>
        <List label="Waiting for you">
          <ListRow
            textValue="Report"
            isUnread
            href="#report"
            leading={<Avatar name="Milica Đorđević" color="#0f5e63" size={32} />}
            title="Quarterly report of Inđija was returned"
            description="Milica Đorđević: the number of requests doesn't fit the chart"
            trailing={<Badge tone="danger">3 days late</Badge>}
          />
          <ListRow
            textValue="Document"
            href="#document"
            leading={<FileText size={16} className="text-muted" />}
            title="Упутство за увођење система, поглавље 4: обука запослених у писарници"
            description="Потпис до 30. новембра"
            trailing={
              <>
                <span>30 Nov</span>
                <IconButton icon={Ellipsis} size="sm" label="More" />
              </>
            }
          />
          <ListRow textValue="Plain" title="A plain row" />
        </List>
      </Panel>
      <Panel title="Tables" isFlush>
        <Table caption="Municipalities" columns={columns} rows={rows} rowId={({ id }) => id} className="border-b" />
        <SortableTable
          label="Municipalities, sortable"
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          initialSorting={{ columnId: 'place', direction: 'ascending' }}
          onOpen={() => undefined}
          empty="None"
        />
        <div className="p-2">
          <Disclosure title="What has changed">Two criteria were added.</Disclosure>
        </div>
      </Panel>
    </>
  )
}
