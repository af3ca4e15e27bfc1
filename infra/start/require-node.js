// Plain JavaScript, so that an older Node can read it: it runs before any TypeScript and says what is missing.
const wanted = 24
const major = Number(process.versions.node.split('.')[0])

if (major < wanted) {
  const hint =
    process.platform === 'darwin'
      ? `On macOS install it with "brew install node@${wanted}" or from https://nodejs.org.`
      : `"npm ci" brings it along on Linux and Windows (x64, and arm64 on Linux): run it again without --omit=optional,\n` +
        `and start with "npm start". Elsewhere install it from https://nodejs.org.`
  process.stderr.write(`Kolo needs Node.js ${wanted} or newer; this is ${process.versions.node}.\n${hint}\n`)
  process.exit(1)
}
