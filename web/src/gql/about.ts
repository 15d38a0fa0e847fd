// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const AboutPageDocument = /* @__PURE__ */ new TypedDocument<types.AboutPageQuery, types.AboutPageQueryVariables>(
  "query AboutPage{receiptKey attributions{notice license licenseUrl coversBn coversEn}}",
)
