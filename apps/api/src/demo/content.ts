/** The tasks of two stages, and what is said there: enough to see the hub at work. Days count from today. */
export const stageTasks = {
  'research-design': [
    { title: 'Agree on the research questions', column: 'done', due: -60 },
    { title: 'Pilot the interview instrument', column: 'done', due: -30 },
    { title: 'Translate the consent form', column: 'doing', due: 2 },
    { title: 'Choose the municipalities of the sample', column: 'todo', due: 10 },
  ],
  'follow-up': [
    { title: 'Collect the monthly status reports', column: 'doing', due: 5 },
    { title: 'Visit Tivat and Bijelo Polje', column: 'todo', due: 14 },
    { title: 'Prepare the handover of Inđija', column: 'todo', due: 30 },
  ],
} as const

export const stageThreads = {
  'research-design': [
    {
      title: 'How many cases per country?',
      began: -240,
      messages: [
        {
          by: 'partner-serbia',
          body: 'I propose **four** per country: two successes, one failure, one of regular practice.',
        },
        {
          by: 'partner-georgia',
          body: 'Four works for Georgia, if a regular-practice case may be older than two years.',
        },
        {
          by: 'coordinator',
          body: 'Agreed. Please enter the candidates in the sampling section of the research design note.',
        },
      ],
    },
    {
      title: 'Wording of the consent form',
      began: -231,
      messages: [
        { by: 'partner-montenegro', body: 'The Montenegrin wording is with our lawyer, back by Friday.' },
        { by: 'coordinator', body: 'Thank you. The English one is final.' },
      ],
    },
  ],
  'follow-up': [
    {
      title: 'Reports: what counts as “closed”?',
      began: -6,
      messages: [
        {
          by: 'partner-montenegro',
          body: 'In Tivat an operator could close a report without proof. Shall we ask for a photo?',
        },
        {
          by: 'coordinator',
          body: 'Yes: closed means answered **with evidence**. I add it to the indicator’s description.',
        },
      ],
    },
  ],
} as const

export const rolloutThreads = {
  'indjija problem-reporting': [
    {
      title: 'Second shift of operators',
      began: -3,
      messages: [
        {
          by: 'officer-indjija',
          body: 'We answer within 48 hours on weekdays, but weekends pile up. Has anyone solved this?',
        },
        { by: 'partner-serbia', body: 'Bijelo Polje works with a duty list of five operators. I ask them for it.' },
      ],
    },
  ],
} as const

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] })
const heading = (level: number, words: string) => ({ type: 'heading', attrs: { level }, content: [text(words)] })
const list = (...items: string[]) => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
const cell = (type: 'tableHeader' | 'tableCell', words: string) => ({ type, content: [paragraph(words)] })
const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]) => ({
  type: 'tableRow',
  content: cells.map((words) => cell(type, words)),
})

/** The text of *Research design note*. */
export const researchDesignNote = {
  type: 'doc',
  content: [
    heading(1, 'Research design note'),
    paragraph(
      'This note says what we ask, where we look and how we compare, so that partners in three countries gather cases that can be read side by side.',
    ),
    heading(2, 'Questions'),
    list(
      'What decides whether an information system stays in use in a municipality after the project that paid for it?',
      'Which obstacles are technical, and which are organizational or political?',
      'What can a mayor decide in the first hundred days?',
    ),
    heading(2, 'Cases'),
    paragraph('Success, failure and regular practice are equal classes. Every country brings at least one of each.'),
    {
      type: 'table',
      content: [
        row('tableHeader', 'Country', 'Success', 'Failure', 'Regular practice'),
        row('tableCell', 'Serbia', 'Inđija: System 48', 'Loznica: a plan without a strategy', 'to be chosen'),
        row(
          'tableCell',
          'Montenegro',
          'Bijelo Polje: System 48',
          'Tivat: reports closed without proof',
          'Computer-skills training',
        ),
        row('tableCell', 'Georgia', 'to be chosen', 'to be chosen', 'e-Governance in local self-government'),
      ],
    },
    heading(2, 'Instrument'),
    paragraph(
      'Semi-structured interviews with the mayor or head of administration, the IT officer and one user of the system.',
    ),
    heading(2, 'Consent'),
    paragraph('Every interview begins with the signed consent form; a case may be named, anonymised or kept back.'),
  ],
}
