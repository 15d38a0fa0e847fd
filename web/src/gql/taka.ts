// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const TakaPageDocument = /* @__PURE__ */ new TypedDocument<types.TakaPageQuery, types.TakaPageQueryVariables>(
  "query TakaPage{myShop{id nameBn nameEn}myEarnings{standing onItsWay}myPayoutAccounts(first:20){edges{node{...PaidTo}}}}fragment PaidTo on PayoutAccount{id kind shopId method number bank holder ownerName state reason askedAt}",
)
export const ShopTakaDocument = /* @__PURE__ */ new TypedDocument<types.ShopTakaQuery, types.ShopTakaQueryVariables>(
  "query ShopTaka($shopId:ID!){shopEarnings(shopId:$shopId){standing onItsWay}}",
)
export const MyPayoutsDocument = /* @__PURE__ */ new TypedDocument<types.MyPayoutsQuery, types.MyPayoutsQueryVariables>(
  "query MyPayouts($after:Cursor){myPayouts(first:10 after:$after){edges{cursor node{...Sent}}pageInfo{hasNextPage endCursor}}}fragment PaidTo on PayoutAccount{id kind shopId method number bank holder ownerName state reason askedAt}fragment Sent on Payout{id amount fee state cutAt sentAt overdue reference settledAt failure account{...PaidTo}}",
)
export const MyPaymentsDocument = /* @__PURE__ */ new TypedDocument<types.MyPaymentsQuery, types.MyPaymentsQueryVariables>(
  "query MyPayments($after:Cursor){myPayments(first:10 after:$after){edges{cursor node{purpose createdAt ...Bill}}pageInfo{hasNextPage endCursor}}}fragment Bill on Payment{id due paid left state expiresAt tries{id gateway amount state payUrl createdAt}}",
)
export const MyStatementDocument = /* @__PURE__ */ new TypedDocument<types.MyStatementQuery, types.MyStatementQueryVariables>(
  "query MyStatement($since:Date!$until:Date!){told:myStatement(since:$since until:$until){...Told}}fragment Told on Statement{since until opening came left closing csv lines{at wordsBn ref amount balance}}",
)
export const ShopStatementDocument = /* @__PURE__ */ new TypedDocument<types.ShopStatementQuery, types.ShopStatementQueryVariables>(
  "query ShopStatement($shopId:ID!$since:Date!$until:Date!){told:shopStatement(shopId:$shopId since:$since until:$until){...Told}}fragment Told on Statement{since until opening came left closing csv lines{at wordsBn ref amount balance}}",
)
export const PayMeToDocument = /* @__PURE__ */ new TypedDocument<types.PayMeToMutation, types.PayMeToMutationVariables>(
  "mutation PayMeTo($input:SellerPayoutInput!){setSellerPayout(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PayMyShopToDocument = /* @__PURE__ */ new TypedDocument<types.PayMyShopToMutation, types.PayMyShopToMutationVariables>(
  "mutation PayMyShopTo($input:ShopPayoutInput!){setShopPayout(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PayoutDeskDocument = /* @__PURE__ */ new TypedDocument<types.PayoutDeskQuery, types.PayoutDeskQueryVariables>(
  "query PayoutDesk{payoutAccountsWaiting(first:50){edges{node{...PaidTo}}}payoutsWaiting(first:50){edges{node{...Sent}}}}fragment PaidTo on PayoutAccount{id kind shopId method number bank holder ownerName state reason askedAt}fragment Sent on Payout{id amount fee state cutAt sentAt overdue reference settledAt failure account{...PaidTo}}",
)
export const JudgePayoutAccountDocument = /* @__PURE__ */ new TypedDocument<types.JudgePayoutAccountMutation, types.JudgePayoutAccountMutationVariables>(
  "mutation JudgePayoutAccount($id:ID!$decision:PayoutAccountMove!$reason:String!){decidePayoutAccount(input:{payoutAccountId:$id decision:$decision reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakePayoutInHandDocument = /* @__PURE__ */ new TypedDocument<types.TakePayoutInHandMutation, types.TakePayoutInHandMutationVariables>(
  "mutation TakePayoutInHand($payoutId:ID!){sendPayout(input:{payoutId:$payoutId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ProvePayoutDocument = /* @__PURE__ */ new TypedDocument<types.ProvePayoutMutation, types.ProvePayoutMutationVariables>(
  "mutation ProvePayout($payoutId:ID!$reference:String!){confirmPayout(input:{payoutId:$payoutId reference:$reference}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PayoutFailedDocument = /* @__PURE__ */ new TypedDocument<types.PayoutFailedMutation, types.PayoutFailedMutationVariables>(
  "mutation PayoutFailed($payoutId:ID!$reason:String!){failPayout(input:{payoutId:$payoutId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakePayoutBackDocument = /* @__PURE__ */ new TypedDocument<types.TakePayoutBackMutation, types.TakePayoutBackMutationVariables>(
  "mutation TakePayoutBack($payoutId:ID!$reason:String!){cancelPayout(input:{payoutId:$payoutId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const KeepCommissionDocument = /* @__PURE__ */ new TypedDocument<types.KeepCommissionMutation, types.KeepCommissionMutationVariables>(
  "mutation KeepCommission($input:SetCommissionInput!){setCommission(input:$input){__typename ...on Commission{kind basisPoints}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LedgerRootsDocument = /* @__PURE__ */ new TypedDocument<types.LedgerRootsQuery, types.LedgerRootsQueryVariables>(
  "query LedgerRoots($before:Date){ledgerRoots(first:30 before:$before){day number hash}}",
)
