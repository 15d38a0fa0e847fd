// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const AssistanceNowDocument = /* @__PURE__ */ new TypedDocument<types.AssistanceNowQuery, types.AssistanceNowQueryVariables>(
  "query AssistanceNow{assistance{id citizen endsAt deeds{at bn en}}serverNow}",
)
export const EndAssistanceDocument = /* @__PURE__ */ new TypedDocument<types.EndAssistanceMutation, types.EndAssistanceMutationVariables>(
  "mutation EndAssistance($id:ID!){endAssistance(input:{assistanceId:$id}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
