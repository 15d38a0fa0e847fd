// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const AnswerReviewDocument = /* @__PURE__ */ new TypedDocument<types.AnswerReviewMutation, types.AnswerReviewMutationVariables>(
  "mutation AnswerReview($reviewId:ID!$text:String!){replyToReview(input:{reviewId:$reviewId text:$text}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const HideReviewDocument = /* @__PURE__ */ new TypedDocument<types.HideReviewMutation, types.HideReviewMutationVariables>(
  "mutation HideReview($reviewId:ID!$reason:String!){hideReview(input:{reviewId:$reviewId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PictureReviewDocument = /* @__PURE__ */ new TypedDocument<types.PictureReviewMutation, types.PictureReviewMutationVariables>(
  "mutation PictureReview($input:PictureReviewInput!){setReviewMedia(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
