import type { Messages } from '../catalog.ts'

/** The first start of an empty installation. */
export const messages = {
  title: 'Set up this installation',
  intro: 'The first account manages everything else.',
  linkInvalid: 'This setup link has been used or is not right.',
  networkName: 'Name of the network',
  administrator: 'Administrator',
  yourName: 'Your name',
  email: 'E-mail',
  password: 'Password',
  passwordAgain: 'Password again',
  passwordsDiffer: 'The passwords differ.',
  language: 'Language',
  create: 'Create the administrator',
  done: 'The installation is ready',
  nextSteps: 'Next steps',
  stepOrganizations: 'Add the organizations',
  stepProject: 'Create the project from the six-stage template',
  stepMunicipalities: 'Import the municipalities',
  stepInvite: 'Invite partners and officers',
  stepRollout: 'Create the first rollout',
  stepDone: 'Done',
  skip: 'Later',
  step: 'Step {{number}} of {{total}}',
  passwordAbout: 'At least {{limit}} characters',
  linkMissing: 'Open the setup link from the server’s log.',
} as const satisfies Messages
