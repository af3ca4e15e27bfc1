export { decodeAnchor, encodeAnchor, type Passage, quoteOf } from './anchors.ts'
export { canonicalJson, sha256 } from './canonical.ts'
export {
  type DocumentJson,
  extractText,
  fromJson,
  InvalidDocument,
  type NodeJson,
  parseDocument,
  toJson,
} from './document-json.ts'
export { isSafeHref, linkProtocols } from './links.ts'
export { checkPlaces, maxDepth } from './places.ts'
export { documentExtensions, documentField, documentSchema, schemaVersion } from './schema.ts'
export { decodeUpdate, maxUpdateBytes, UpdateRejected } from './update.ts'
