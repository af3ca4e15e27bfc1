import { problemsOfAll } from './check/stored.ts'

const problems = await problemsOfAll()
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
