import type { Messages } from '../catalog.ts'

/** One message per error code; forbidden reads like notFound, so that nobody learns what exists. */
export const messages = {
  notFound: 'This doesn’t exist, or you have no access to it.',
  forbidden: 'This doesn’t exist, or you have no access to it.',
  conflict: 'Somebody was faster: this has changed meanwhile.',
  invalid: 'Something in the input is not right.',
  unauthenticated: 'Please sign in.',
  tooLarge: 'This is too large.',
  tooMany: 'Too many attempts. Wait a little and try again.',
  unavailable: 'The server can’t be reached just now. Nothing is lost.',
  internal: 'Something went wrong on the server. Number: {{id}}',
  versionMismatch: 'This page is out of date. Please reload it.',
  gone: 'This has been removed.',
  unknown: 'Something went wrong.',
  title: 'That didn’t work',
  pageNotFound: 'Page not found',
  goHome: 'Go to Home',
  idTaken: 'This id is already in use. Please try again.',
  messageDeleted: 'The message has been deleted meanwhile.',
  emptyMessage: 'Write something first.',
  stateChanged: 'The state has changed meanwhile.',
} as const satisfies Messages
