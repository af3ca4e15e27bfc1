import { useParams } from '@tanstack/react-router'
import { BoardView } from '../features/boards/board-view.tsx'
import { SubjectDiscussion } from '../features/threads/subject-discussion.tsx'

/** A space's board; what is said about a task stands beside it. */
export function BoardPage() {
  const { spaceId = '' } = useParams({ strict: false })
  return (
    <BoardView
      discussion={({ id, title }) => (
        <SubjectDiscussion spaceId={spaceId} subject={{ kind: 'task', taskId: id }} title={title} />
      )}
    />
  )
}
