// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MyAssistancesDocument = /* @__PURE__ */ new TypedDocument<types.MyAssistancesQuery, types.MyAssistancesQueryVariables>(
  "query MyAssistances($after:Cursor){myAssistances(first:10 after:$after){edges{node{...Assisted}}pageInfo{hasNextPage endCursor}}}fragment Assisted on Assistance{id citizen citizenId operator openedAt endsAt endedAt endedBecause deeds{at bn en}}",
)
export const AskCitizenDocument = /* @__PURE__ */ new TypedDocument<types.AskCitizenMutation, types.AskCitizenMutationVariables>(
  "mutation AskCitizen($phone:String!){askAssistance(input:{phone:$phone}){__typename ...on CodeSent{resendAt}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BeginAssistanceDocument = /* @__PURE__ */ new TypedDocument<types.BeginAssistanceMutation, types.BeginAssistanceMutationVariables>(
  "mutation BeginAssistance($phone:String!$code:String!$name:String!){openAssistance(input:{phone:$phone code:$code name:$name}){__typename ...on AssistanceOpened{accessToken assistance{id citizen citizenId endsAt}}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
