// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const AimsDocument = /* @__PURE__ */ new TypedDocument<types.AimsQuery, types.AimsQueryVariables>(
  "query Aims($month:Date!){myAims(month:$month){...Aim}supervisedOfficers(month:$month){officerId name aims{...Aim}}}fragment Aim on OfficerAim{indicator month target actual cases}",
)
export const SetAimDocument = /* @__PURE__ */ new TypedDocument<types.SetAimMutation, types.SetAimMutationVariables>(
  "mutation SetAim($input:SetTargetInput!){setTarget(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
