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
export const MyPortraitDocument = /* @__PURE__ */ new TypedDocument<types.MyPortraitQuery, types.MyPortraitQueryVariables>(
  "query MyPortrait{me{id portrait{id ...Photo}}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const SetPortraitDocument = /* @__PURE__ */ new TypedDocument<types.SetPortraitMutation, types.SetPortraitMutationVariables>(
  "mutation SetPortrait($input:SetPortraitInput!){setPortrait(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetMyPapersDocument = /* @__PURE__ */ new TypedDocument<types.SetMyPapersMutation, types.SetMyPapersMutationVariables>(
  "mutation SetMyPapers($input:SetPapersInput!){setMyPapers(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetAnimalMediaDocument = /* @__PURE__ */ new TypedDocument<types.SetAnimalMediaMutation, types.SetAnimalMediaMutationVariables>(
  "mutation SetAnimalMedia($input:PictureAnimalInput!){setAnimalMedia(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetAnimalPapersDocument = /* @__PURE__ */ new TypedDocument<types.SetAnimalPapersMutation, types.SetAnimalPapersMutationVariables>(
  "mutation SetAnimalPapers($input:PictureAnimalInput!){setAnimalPapers(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OpenPaperDocument = /* @__PURE__ */ new TypedDocument<types.OpenPaperMutation, types.OpenPaperMutationVariables>(
  "mutation OpenPaper($mediaId:ID!){openPaper(input:{mediaId:$mediaId}){__typename ...on PaperLink{url}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DropFileDocument = /* @__PURE__ */ new TypedDocument<types.DropFileMutation, types.DropFileMutationVariables>(
  "mutation DropFile($mediaId:ID!){deleteMedia(input:{mediaId:$mediaId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
