// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MyComplaintsDocument = /* @__PURE__ */ new TypedDocument<types.MyComplaintsQuery, types.MyComplaintsQueryVariables>(
  "query MyComplaints($after:Cursor){myComplaints(first:20 after:$after){edges{node{...ComplaintLine}}pageInfo{hasNextPage endCursor}}}fragment ComplaintLine on Complaint{id kind state text place{...Spot}dueAt createdAt escalated}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const ComplaintsWaitingDocument = /* @__PURE__ */ new TypedDocument<types.ComplaintsWaitingQuery, types.ComplaintsWaitingQueryVariables>(
  "query ComplaintsWaiting{complaintsWaiting(first:50){edges{node{...ComplaintLine assigneeName}}}}fragment ComplaintLine on Complaint{id kind state text place{...Spot}dueAt createdAt escalated}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const ComplaintPageDocument = /* @__PURE__ */ new TypedDocument<types.ComplaintPageQuery, types.ComplaintPageQueryVariables>(
  "query ComplaintPage($id:ID!){complaint(id:$id){...ComplaintView}}fragment ComplaintLine on Complaint{id kind state text place{...Spot}dueAt createdAt escalated}fragment ComplaintView on Complaint{...ComplaintLine address media{id ...Photo}proofs{id ...Photo}desk{...Spot}mine authorName phone assigneeName reopened fixed steps{move state note byName at}allowedTransitions}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const FollowComplaintDocument = /* @__PURE__ */ new TypedDocument<types.FollowComplaintSubscription, types.FollowComplaintSubscriptionVariables>(
  "subscription FollowComplaint($complaintId:ID!$after:Cursor){complaintEvents(complaintId:$complaintId after:$after){__typename ...on ComplaintSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const ComplainDocument = /* @__PURE__ */ new TypedDocument<types.ComplainMutation, types.ComplainMutationVariables>(
  "mutation Complain($input:LodgeComplaintInput!){lodgeComplaint(input:$input){__typename ...on Complaint{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AnswerAskedDocument = /* @__PURE__ */ new TypedDocument<types.AnswerAskedMutation, types.AnswerAskedMutationVariables>(
  "mutation AnswerAsked($complaintId:ID!$text:String!){answerComplaint(input:{complaintId:$complaintId text:$text}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayFixedDocument = /* @__PURE__ */ new TypedDocument<types.SayFixedMutation, types.SayFixedMutationVariables>(
  "mutation SayFixed($complaintId:ID!){confirmComplaintFixed(input:{complaintId:$complaintId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OpenAgainDocument = /* @__PURE__ */ new TypedDocument<types.OpenAgainMutation, types.OpenAgainMutationVariables>(
  "mutation OpenAgain($complaintId:ID!$text:String!){reopenComplaint(input:{complaintId:$complaintId text:$text}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeComplaintDocument = /* @__PURE__ */ new TypedDocument<types.TakeComplaintMutation, types.TakeComplaintMutationVariables>(
  "mutation TakeComplaint($complaintId:ID!$reason:String!=\"\"){assignComplaint(input:{complaintId:$complaintId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BeginOnItDocument = /* @__PURE__ */ new TypedDocument<types.BeginOnItMutation, types.BeginOnItMutationVariables>(
  "mutation BeginOnIt($complaintId:ID!){beginComplaint(input:{complaintId:$complaintId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskAuthorDocument = /* @__PURE__ */ new TypedDocument<types.AskAuthorMutation, types.AskAuthorMutationVariables>(
  "mutation AskAuthor($complaintId:ID!$text:String!){askComplainant(input:{complaintId:$complaintId text:$text}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayDoneDocument = /* @__PURE__ */ new TypedDocument<types.SayDoneMutation, types.SayDoneMutationVariables>(
  "mutation SayDone($input:ResolveComplaintInput!){resolveComplaint(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayNothingDoneDocument = /* @__PURE__ */ new TypedDocument<types.SayNothingDoneMutation, types.SayNothingDoneMutationVariables>(
  "mutation SayNothingDone($complaintId:ID!$text:String!){rejectComplaint(input:{complaintId:$complaintId text:$text}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const WhoCouldHaveDocument = /* @__PURE__ */ new TypedDocument<types.WhoCouldHaveQuery, types.WhoCouldHaveQueryVariables>(
  "query WhoCouldHave($id:ID!){complaint(id:$id){officers{officerId name}}}",
)
export const GiveComplaintDocument = /* @__PURE__ */ new TypedDocument<types.GiveComplaintMutation, types.GiveComplaintMutationVariables>(
  "mutation GiveComplaint($input:AssignComplaintInput!){assignComplaint(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
