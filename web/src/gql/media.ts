// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const BeginUploadDocument = /* @__PURE__ */ new TypedDocument<types.BeginUploadMutation, types.BeginUploadMutationVariables>(
  "mutation BeginUpload($input:BeginUploadInput!){beginUpload(input:$input){__typename ...on UploadTicket{url headers{name value}media{id}}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ConfirmUploadDocument = /* @__PURE__ */ new TypedDocument<types.ConfirmUploadMutation, types.ConfirmUploadMutationVariables>(
  "mutation ConfirmUpload($mediaId:ID!){confirmUpload(input:{mediaId:$mediaId}){__typename ...on Media{...Checked}...Refusal}}fragment Checked on Media{id state rejection{messageBn messageEn}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CheckedMediaDocument = /* @__PURE__ */ new TypedDocument<types.CheckedMediaQuery, types.CheckedMediaQueryVariables>(
  "query CheckedMedia($id:ID!){media(id:$id){...Checked}}fragment Checked on Media{id state rejection{messageBn messageEn}}",
)
export const SetAnimalMediaDocument = /* @__PURE__ */ new TypedDocument<types.SetAnimalMediaMutation, types.SetAnimalMediaMutationVariables>(
  "mutation SetAnimalMedia($input:PictureAnimalInput!){setAnimalMedia(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
