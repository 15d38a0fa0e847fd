// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ResumeSessionDocument = /* @__PURE__ */ new TypedDocument<types.ResumeSessionMutation, types.ResumeSessionMutationVariables>(
  "mutation ResumeSession{refreshSession(input:{}){__typename ...on SignedIn{accessToken accessTokenExpiresAt me{...Viewer}}}}fragment Viewer on Me{id name phone language roles{role placeId}}",
)
export const AskForCodeDocument = /* @__PURE__ */ new TypedDocument<types.AskForCodeMutation, types.AskForCodeMutationVariables>(
  "mutation AskForCode($phone:String!){requestCode(input:{phone:$phone}){__typename ...on CodeSent{expiresAt resendAt}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const EnterCodeDocument = /* @__PURE__ */ new TypedDocument<types.EnterCodeMutation, types.EnterCodeMutationVariables>(
  "mutation EnterCode($phone:String!$code:String!$device:String!){confirmCode(input:{phone:$phone code:$code device:$device}){__typename ...on SignedIn{accessToken accessTokenExpiresAt me{...Viewer}}...on CodeNotRight{attemptsLeft}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}fragment Viewer on Me{id name phone language roles{role placeId}}",
)
export const EndSessionDocument = /* @__PURE__ */ new TypedDocument<types.EndSessionMutation, types.EndSessionMutationVariables>(
  "mutation EndSession{signOut{count}}",
)
export const SaveNameDocument = /* @__PURE__ */ new TypedDocument<types.SaveNameMutation, types.SaveNameMutationVariables>(
  "mutation SaveName($name:String!){updateProfile(input:{name:$name}){__typename ...on Me{...Viewer}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}fragment Viewer on Me{id name phone language roles{role placeId}}",
)
export const ServerNowDocument = /* @__PURE__ */ new TypedDocument<types.ServerNowQuery, types.ServerNowQueryVariables>(
  "query ServerNow{serverNow}",
)
