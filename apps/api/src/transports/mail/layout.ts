/** What a letter says, in one language. */
export type Content = {
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly link: { readonly label: string; readonly url: string }
  /** The line above the address, for readers without buttons. */
  readonly asText: string
  readonly footnotes: readonly string[]
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** The letter as text and as HTML: one column, nothing that is fetched from anywhere. */
export function layOut(lang: string, content: Content): { text: string; html: string } {
  const { greeting, paragraphs, link, asText, footnotes } = content
  const text = [greeting, ...paragraphs, `${link.label}:\n${link.url}`, ...footnotes].join('\n\n')
  const paragraph = (line: string): string => `<p style="margin:0 0 12px">${escape(line)}</p>`
  const small = (line: string): string => `<p style="margin:0 0 8px;font-size:13px;color:#57534e">${line}</p>`
  const html = [
    `<!doctype html><html lang="${escape(lang)}"><head><meta charset="utf-8"></head>`,
    '<body style="margin:0;padding:24px;background:#faf8f3;color:#1c1917;font:16px/1.5 sans-serif">',
    '<div style="max-width:560px;margin:0 auto">',
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    `<p style="margin:20px 0"><a href="${escape(link.url)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0f5f63;color:#ffffff;text-decoration:none">${escape(link.label)}</a></p>`,
    small(`${escape(asText)}<br><a href="${escape(link.url)}" style="color:#0f5f63">${escape(link.url)}</a>`),
    ...footnotes.map((line) => small(escape(line))),
    '</div></body></html>',
  ].join('\n')
  return { text, html }
}
