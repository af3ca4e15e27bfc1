/** The closed list of what can go wrong; one table at the edge maps each code to a status and a message key. */
export const errorCodes = [
  'notFound',
  'unauthenticated',
  'conflict',
  'invalid',
  'tooLarge',
  'tooMany',
  'unavailable',
  'versionMismatch',
  'gone',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** The closed list of reasons, more exact than a code; the catalogue `errors` has a text for each, as the types demand. */
export const refusalReasons = [
  'accountMissing',
  'alreadyInvited',
  'alreadyParticipates',
  'approvalNeeded',
  'busy',
  'columnNotEmpty',
  'commandIdReused',
  'commentNeeded',
  'demoBySystemOnly',
  'diskFull',
  'dueBeforeEnd',
  'emailTaken',
  'emptyMessage',
  'endBeforeStart',
  'fieldChanged',
  'fieldMissing',
  'idTaken',
  'indicatorKindStays',
  'invitationAccepted',
  'lastAdministrator',
  'lastCoordinator',
  'leadTaken',
  'messageDeleted',
  'movedMeanwhile',
  'municipalityMissing',
  'municipalityTaken',
  'municipalityTakesNoPart',
  'noApprover',
  'noMunicipalitySpace',
  'notAPartner',
  'notYourself',
  'organizationElsewhere',
  'otherAddress',
  'outboxFull',
  'ownReport',
  'periodTaken',
  'personDisabled',
  'reachedInFuture',
  'reportSubmitted',
  'roleOfKind',
  'rolloutExists',
  'seatOfKind',
  'signInFirst',
  'signedOut',
  'slugTaken',
  'stateChanged',
  'targetOutOfRange',
  'targetTwice',
  'tooManyAttachments',
  'tooManyChosen',
  'tooManyColumns',
  'twiceInFile',
  'twiceInPlan',
  'unknownField',
  'wrongCredentials',
  'wrongPassword',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Details are safe to show: ids and limits that the person knows already, and a reason. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>> & { readonly reason?: RefusalReason }

/** A refusal that the domain decided; never carries what the person may not see. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** "Forbidden" and "absent" are one answer, so that nobody learns what exists. */
export const notFound = (): DomainError => new DomainError('notFound')

/** The input is well formed but not allowed here. */
export const invalid = (reason: RefusalReason, details: ErrorDetails = {}): DomainError =>
  new DomainError('invalid', { ...details, reason })

/** The state moved on in the meantime. */
export const conflict = (reason: RefusalReason, details: ErrorDetails = {}): DomainError =>
  new DomainError('conflict', { ...details, reason })
