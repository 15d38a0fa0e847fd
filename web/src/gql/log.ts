// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const LogPageDocument = /* @__PURE__ */ new TypedDocument<types.LogPageQuery, types.LogPageQueryVariables>(
  "query LogPage($lotId:ID!){lot(id:$lotId){number titleBn titleEn phase result}lotLog(lotId:$lotId){lines}}",
)
