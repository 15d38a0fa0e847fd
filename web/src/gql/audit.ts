// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const AuditDocument = /* @__PURE__ */ new TypedDocument<types.AuditQuery, types.AuditQueryVariables>(
  "query Audit($filter:AuditFilter$after:Cursor){auditEntries(filter:$filter first:20 after:$after){pageInfo{hasNextPage endCursor}edges{node{id at what{bn en}exactly{bn en}actorId actorName secondOfficerId secondOfficerName onBehalfOfId onBehalfOfName objectId personName reason commandId}}}}",
)
export const AuditKindsDocument = /* @__PURE__ */ new TypedDocument<types.AuditKindsQuery, types.AuditKindsQueryVariables>(
  "query AuditKinds{auditKinds{kind words{bn en}}}",
)
export const AuditFileDocument = /* @__PURE__ */ new TypedDocument<types.AuditFileQuery, types.AuditFileQueryVariables>(
  "query AuditFile($filter:AuditFilter){auditExport(filter:$filter){url}}",
)
