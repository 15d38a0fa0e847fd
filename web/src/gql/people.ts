// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const FindPersonDocument = /* @__PURE__ */ new TypedDocument<types.FindPersonQuery, types.FindPersonQueryVariables>(
  "query FindPerson($phone:String!){personByPhone(phone:$phone){id name state roles{role placeId grantedAt}}}",
)
export const SuspendPersonDocument = /* @__PURE__ */ new TypedDocument<types.SuspendPersonMutation, types.SuspendPersonMutationVariables>(
  "mutation SuspendPerson($accountId:ID!$reason:String!){suspendAccount(input:{accountId:$accountId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RestorePersonDocument = /* @__PURE__ */ new TypedDocument<types.RestorePersonMutation, types.RestorePersonMutationVariables>(
  "mutation RestorePerson($accountId:ID!$reason:String!){restoreAccount(input:{accountId:$accountId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const GivePersonRoleDocument = /* @__PURE__ */ new TypedDocument<types.GivePersonRoleMutation, types.GivePersonRoleMutationVariables>(
  "mutation GivePersonRole($input:RoleInput!){grantRole(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakePersonRoleDocument = /* @__PURE__ */ new TypedDocument<types.TakePersonRoleMutation, types.TakePersonRoleMutationVariables>(
  "mutation TakePersonRole($input:RoleInput!){revokeRole(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
