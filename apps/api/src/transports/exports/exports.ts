import { Readable } from 'node:stream'
import type { Database } from '@kolo/database'
import { DomainError, notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { createTranslator, isRendition } from '@kolo/i18n'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { participates } from '../../features/projects/projects.queries.ts'
import { exportedReports } from '../../features/reports/exported-reports.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { answered } from '../http/answered.ts'
import { csvOf } from './csv.ts'
import { partsSheet, reportsSheet, type ReportSource, sheetCatalogs, valuesSheet } from './report-sheets.ts'
import { workbookOf } from './xlsx.ts'

type Options = {
  readonly db: Kysely<Database>
  readonly publicUrl: string
  readonly authenticate: (request: FastifyRequest) => Promise<{ personId: string } | undefined>
  readonly now?: () => string
}

const files = ['reports.xlsx', 'reports.csv', 'values.csv', 'parts.csv'] as const
type FileName = (typeof files)[number]

const asked = z.object({ projectId: idSchema, file: z.enum(files) })

const written: Readonly<
  Record<FileName, { readonly type: string; pieces(source: ReportSource): AsyncIterable<unknown> }>
> = {
  'reports.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pieces: (source) => workbookOf([reportsSheet(source), valuesSheet(source), partsSheet(source)]),
  },
  'reports.csv': { type: 'text/csv; charset=utf-8', pieces: (source) => csvOf(reportsSheet(source)) },
  'values.csv': { type: 'text/csv; charset=utf-8', pieces: (source) => csvOf(valuesSheet(source)) },
  'parts.csv': { type: 'text/csv; charset=utf-8', pieces: (source) => csvOf(partsSheet(source)) },
}

/** GET /exports/projects/:projectId/:file gives a table of what the person may see of a project, in their rendition. */
export function serveExports(app: FastifyInstance, options: Options): void {
  app.get('/exports/projects/:projectId/:file', (request, reply) =>
    answered(reply, () => send(options, request, reply)),
  )
}

async function send({ db, publicUrl, authenticate, now }: Options, request: FastifyRequest, reply: FastifyReply) {
  const person = await authenticate(request)
  if (!person) throw new DomainError('unauthenticated')
  const { personId } = person
  const wanted = asked.safeParse(request.params)
  if (!wanted.success) throw notFound()
  const { projectId, file } = wanted.data
  const reads = db as unknown as Reads
  const [part, project, { rendition: chosen }] = await Promise.all([
    participates(reads, personId, projectId),
    db.selectFrom('project').select('slug').where('id', '=', projectId).executeTakeFirst(),
    db.selectFrom('person').select('rendition').where('id', '=', personId).executeTakeFirstOrThrow(),
  ])
  if (!part || !project) throw notFound()
  const today = (now?.() ?? new Date().toISOString()).slice(0, 10)
  const rendition = isRendition(chosen) ? chosen : 'en'
  const t = await createTranslator(rendition, sheetCatalogs)
  const reports = () => exportedReports(reads, { personId, projectId, today })
  const { type, pieces } = written[file]
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${project.slug}-${today}-${file}"`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(pieces({ t, rendition, publicUrl, reports }), { objectMode: false }))
}
