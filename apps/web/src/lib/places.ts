/** What presence calls the place of an open task. */
export const placeOfTask = (taskId: string): string => `task:${taskId}`
