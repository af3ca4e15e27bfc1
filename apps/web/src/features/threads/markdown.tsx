import type { ReactNode } from 'react'

const inline = /(\*\*[^*\n]+\*\*|\*[^*\n]+\*|`[^`\n]+`|https?:\/\/[^\s<>"]+|[\w.+-]+@[\w-]+\.[\w.-]+)/

/** Shows a message's text: bold, italic, code, links and lists. Builds nodes, never HTML, so that nothing in it can run. */
export function Markdown({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((block, index) => <Block key={index} text={block} />)
}

function Block({ text }: { text: string }) {
  const lines = text.split('\n')
  if (lines.every((line) => /^[-*] /.test(line))) {
    return (
      <ul className="list-disc pl-5">
        {lines.map((line, index) => (
          <li key={index}>{spans(line.slice(2))}</li>
        ))}
      </ul>
    )
  }
  if (lines.every((line) => line.startsWith('> '))) {
    return <blockquote className="border-l-2 border-line-strong pl-3 text-muted">{spans(lines.map((line) => line.slice(2)).join('\n'))}</blockquote>
  }
  return <p className="whitespace-pre-wrap">{spans(text)}</p>
}

function spans(text: string): ReactNode[] {
  return text.split(inline).map((part, index) => {
    if (part.startsWith('**') && part.endsWith('**') && part.length > 4) return <strong key={index}>{part.slice(2, -2)}</strong>
    if (part.startsWith('*') && part.endsWith('*') && part.length > 2) return <em key={index}>{part.slice(1, -1)}</em>
    if (part.startsWith('`') && part.endsWith('`') && part.length > 2) {
      return (
        <code key={index} className="rounded bg-sunken px-1 font-mono text-sm">
          {part.slice(1, -1)}
        </code>
      )
    }
    if (/^https?:\/\//.test(part)) return <Outward key={index} href={part} text={part} />
    if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(part)) return <Outward key={index} href={`mailto:${part}`} text={part} />
    return part
  })
}

function Outward({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className="text-action underline">
      {text}
    </a>
  )
}
