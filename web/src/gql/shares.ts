// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const SharesPageDocument = /* @__PURE__ */ new TypedDocument<types.SharesPageQuery, types.SharesPageQueryVariables>(
  "query SharesPage($after:Cursor){sharePools(first:20 after:$after){edges{node{...PoolCard}}pageInfo{hasNextPage endCursor}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment PoolCard on SharePool{id parts left share state dueAt onShortfall haat{nameBn nameEn}animal{id name ...AnimalFacts}}",
)
export const PoolPageDocument = /* @__PURE__ */ new TypedDocument<types.PoolPageQuery, types.PoolPageQueryVariables>(
  "query PoolPage($id:ID!){sharePool(id:$id){...PoolCard reason mine}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment PoolCard on SharePool{id parts left share state dueAt onShortfall haat{nameBn nameEn}animal{id name ...AnimalFacts}}",
)
export const MySharesDocument = /* @__PURE__ */ new TypedDocument<types.MySharesQuery, types.MySharesQueryVariables>(
  "query MyShares{myShares(first:50){edges{node{id number state heldUntil meatGrams payment{...Bill}restPayment{...Bill}pool{id state share animal{name breed{nameBn nameEn}}}}}}}fragment Bill on Payment{id due paid left state expiresAt tries{id gateway amount state payUrl createdAt}}",
)
export const CallPoolOffDocument = /* @__PURE__ */ new TypedDocument<types.CallPoolOffMutation, types.CallPoolOffMutationVariables>(
  "mutation CallPoolOff($poolId:ID!$reason:String!){callOffSharePool(input:{poolId:$poolId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const KeepShareDocument = /* @__PURE__ */ new TypedDocument<types.KeepShareMutation, types.KeepShareMutationVariables>(
  "mutation KeepShare($poolId:ID!$key:String!){holdShare(input:{poolId:$poolId idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LetShareGoDocument = /* @__PURE__ */ new TypedDocument<types.LetShareGoMutation, types.LetShareGoMutationVariables>(
  "mutation LetShareGo($shareId:ID!){letShareGo(input:{shareId:$shareId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DivideMeatDocument = /* @__PURE__ */ new TypedDocument<types.DivideMeatMutation, types.DivideMeatMutationVariables>(
  "mutation DivideMeat($poolId:ID!$grams:[Int!]!){divideMeat(input:{poolId:$poolId grams:$grams}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OpenPoolDocument = /* @__PURE__ */ new TypedDocument<types.OpenPoolMutation, types.OpenPoolMutationVariables>(
  "mutation OpenPool($input:OpenSharePoolInput!){openSharePool(input:$input){__typename ...on SharePool{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const FollowPoolDocument = /* @__PURE__ */ new TypedDocument<types.FollowPoolSubscription, types.FollowPoolSubscriptionVariables>(
  "subscription FollowPool($poolId:ID!$after:Cursor){poolEvents(poolId:$poolId after:$after){__typename ...on PoolSnapshot{cursor seq serverNow pool{state left dueAt reason}}...on PoolChanged{cursor seq state left dueAt reason}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
