// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DealPageDocument = /* @__PURE__ */ new TypedDocument<types.DealPageQuery, types.DealPageQueryVariables>(
  "query DealPage($id:ID!){deal(id:$id){...DealView}receipt(dealId:$id){number verificationUrl qrSvg printed{label value}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Bill on Payment{id due paid left state expiresAt tries{id gateway amount state payUrl createdAt}}fragment DealView on Deal{id state amount buying selling buyerName sellerName lotId madeAt payBy hasil deposit handoverCode paidAt handedOverAt weighedGrams perKg declaredGrams weightAsked completeBy allowedMoves payment{...Bill}weighing:proofs(of:WEIGHING){...Proof}handover:proofs(of:HANDOVER){...Proof}objection:proofs(of:OBJECTION){...Proof}animal{...AnimalFacts id name number tags{scheme value}history{kind facts at}}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Proof on Media{id ...Photo}",
)
export const DealTripsDocument = /* @__PURE__ */ new TypedDocument<types.DealTripsQuery, types.DealTripsQueryVariables>(
  "query DealTrips{myTrips(first:20){edges{node{id state dealId}}}}",
)
export const TakeSecondChanceDocument = /* @__PURE__ */ new TypedDocument<types.TakeSecondChanceMutation, types.TakeSecondChanceMutationVariables>(
  "mutation TakeSecondChance($dealId:ID!){acceptSecondChance(input:{dealId:$dealId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LeaveSecondChanceDocument = /* @__PURE__ */ new TypedDocument<types.LeaveSecondChanceMutation, types.LeaveSecondChanceMutationVariables>(
  "mutation LeaveSecondChance($dealId:ID!){declineSecondChance(input:{dealId:$dealId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const HandAnimalOverDocument = /* @__PURE__ */ new TypedDocument<types.HandAnimalOverMutation, types.HandAnimalOverMutationVariables>(
  "mutation HandAnimalOver($input:HandOverInput!){handOver(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AllIsWellDocument = /* @__PURE__ */ new TypedDocument<types.AllIsWellMutation, types.AllIsWellMutationVariables>(
  "mutation AllIsWell($dealId:ID!){confirmDeal(input:{dealId:$dealId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ObjectToDealDocument = /* @__PURE__ */ new TypedDocument<types.ObjectToDealMutation, types.ObjectToDealMutationVariables>(
  "mutation ObjectToDeal($dealId:ID!$reason:String!){disputeDeal(input:{dealId:$dealId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
