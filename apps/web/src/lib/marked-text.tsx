import { memo, type ReactNode } from 'react'
import { type Block, type Inline, parseMarkdown } from './markdown.ts'

/** Text with Markdown's marks as React nodes; no HTML is ever parsed, so nothing in it can run. */
export const MarkedText = memo(function MarkedText({ text }: { readonly text: string }) {
  return <div className="flex flex-col gap-1.5 wrap-anywhere">{parseMarkdown(text).map(blockNode)}</div>
})

function blockNode(block: Block, index: number): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p key={index}>{block.children.map(inlineNode)}</p>
    case 'code':
      return (
        <pre key={index} className="overflow-x-auto rounded border bg-sunken px-2 py-1 font-mono text-sm">
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return (
        <blockquote key={index} className="flex flex-col gap-1.5 border-l-2 border-line-strong pl-3 text-muted">
          {block.blocks.map(blockNode)}
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{item.map(inlineNode)}</li>)
      return block.first === null ? (
        <ul key={index} className="list-disc pl-5">
          {items}
        </ul>
      ) : (
        <ol key={index} start={block.first} className="list-decimal pl-7">
          {items}
        </ol>
      )
    }
  }
}

function inlineNode(node: Inline, index: number): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return <br key={index} />
    case 'code':
      return (
        <code key={index} className="rounded bg-sunken px-1 font-mono text-sm">
          {node.text}
        </code>
      )
    case 'link':
      return (
        <a
          key={index}
          href={node.href}
          target="_blank"
          rel="noopener noreferrer"
          className="rounded text-action underline decoration-action/40 underline-offset-2 hover:decoration-action"
        >
          {node.text}
        </a>
      )
    case 'strong':
      return <strong key={index}>{node.children.map(inlineNode)}</strong>
    case 'emphasis':
      return <em key={index}>{node.children.map(inlineNode)}</em>
  }
}
