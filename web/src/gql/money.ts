// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const OverchargePageDocument = /* @__PURE__ */ new TypedDocument<types.OverchargePageQuery, types.OverchargePageQueryVariables>(
  "query OverchargePage{haats(first:50){edges{node{id nameBn nameEn}}}myOverchargeReports(first:20){edges{node{...Overcharged}}}}fragment Overcharged on OverchargeReport{id haat{id nameBn nameEn}charged price due taken words reporterName state finding reportedAt media{id ...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const TellOverchargeDocument = /* @__PURE__ */ new TypedDocument<types.TellOverchargeMutation, types.TellOverchargeMutationVariables>(
  "mutation TellOvercharge($input:ReportOverchargeInput!){reportOvercharge(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeOverchargeBackDocument = /* @__PURE__ */ new TypedDocument<types.TakeOverchargeBackMutation, types.TakeOverchargeBackMutationVariables>(
  "mutation TakeOverchargeBack($reportId:ID!){withdrawOvercharge(input:{reportId:$reportId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const MoneyDeskDocument = /* @__PURE__ */ new TypedDocument<types.MoneyDeskQuery, types.MoneyDeskQueryVariables>(
  "query MoneyDesk{overchargesWaiting(first:50){edges{node{...Overcharged}}}paymentsSetAside(first:50){edges{node{id gateway invoice asked arrived misfit createdAt decision{choice reason askedByName}}}}refundsByHand(first:50){edges{node{id amount reason gateway paidUnder payerName createdAt}}}}fragment Overcharged on OverchargeReport{id haat{id nameBn nameEn}charged price due taken words reporterName state finding reportedAt media{id ...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const JudgeOverchargeDocument = /* @__PURE__ */ new TypedDocument<types.JudgeOverchargeMutation, types.JudgeOverchargeMutationVariables>(
  "mutation JudgeOvercharge($input:DecideOverchargeInput!){decideOvercharge(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const JudgeSetAsideDocument = /* @__PURE__ */ new TypedDocument<types.JudgeSetAsideMutation, types.JudgeSetAsideMutationVariables>(
  "mutation JudgeSetAside($tryId:ID!$choice:SetAsideChoice!$reason:String!){decideSetAside(input:{tryId:$tryId choice:$choice reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SentByHandDocument = /* @__PURE__ */ new TypedDocument<types.SentByHandMutation, types.SentByHandMutationVariables>(
  "mutation SentByHand($refundId:ID!$reference:String!){sendRefundByHand(input:{refundId:$refundId reference:$reference}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
