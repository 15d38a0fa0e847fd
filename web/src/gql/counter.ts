// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const GoodsKindsDocument = /* @__PURE__ */ new TypedDocument<types.GoodsKindsQuery, types.GoodsKindsQueryVariables>(
  "query GoodsKinds{productCategories{id nameBn nameEn}}",
)
export const OpenDokanDocument = /* @__PURE__ */ new TypedDocument<types.OpenDokanMutation, types.OpenDokanMutationVariables>(
  "mutation OpenDokan($input:OpenShopInput!){openShop(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AddGoodDocument = /* @__PURE__ */ new TypedDocument<types.AddGoodMutation, types.AddGoodMutationVariables>(
  "mutation AddGood($input:AddProductInput!){addProduct(input:$input){__typename ...on Product{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SendOffDocument = /* @__PURE__ */ new TypedDocument<types.SendOffMutation, types.SendOffMutationVariables>(
  "mutation SendOff($parcelId:ID!$carrier:ParcelCarrier!){sendParcel(input:{parcelId:$parcelId carrier:$carrier}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ParcelToSendDocument = /* @__PURE__ */ new TypedDocument<types.ParcelToSendQuery, types.ParcelToSendQueryVariables>(
  "query ParcelToSend($orderId:ID!){order(id:$orderId){id contactName contactPhone address place{...Corner}shop{address place{...Corner}}lines{id nameBn nameEn choices}parcels{id lines{lineId quantity}}}}fragment Corner on Place{id nameBn nameEn point{...Point}parent{id nameBn nameEn point{...Point}}}fragment Point on GeoPoint{lat lng}",
)
export const NotHandedOverDocument = /* @__PURE__ */ new TypedDocument<types.NotHandedOverMutation, types.NotHandedOverMutationVariables>(
  "mutation NotHandedOver($input:ParcelFailedInput!){reportFailedParcel(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BringItBackDocument = /* @__PURE__ */ new TypedDocument<types.BringItBackMutation, types.BringItBackMutationVariables>(
  "mutation BringItBack($parcelId:ID!){bringParcelBack(input:{parcelId:$parcelId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const HandParcelOverDocument = /* @__PURE__ */ new TypedDocument<types.HandParcelOverMutation, types.HandParcelOverMutationVariables>(
  "mutation HandParcelOver($parcelId:ID!$code:String!){deliverParcel(input:{parcelId:$parcelId code:$code}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ParcelCameBackDocument = /* @__PURE__ */ new TypedDocument<types.ParcelCameBackMutation, types.ParcelCameBackMutationVariables>(
  "mutation ParcelCameBack($parcelId:ID!){takeParcelBack(input:{parcelId:$parcelId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AnswerGiveBackDocument = /* @__PURE__ */ new TypedDocument<types.AnswerGiveBackMutation, types.AnswerGiveBackMutationVariables>(
  "mutation AnswerGiveBack($returnId:ID!$agreed:Boolean!$words:String!){answerReturn(input:{returnId:$returnId agreed:$agreed words:$words}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const GotBackDocument = /* @__PURE__ */ new TypedDocument<types.GotBackMutation, types.GotBackMutationVariables>(
  "mutation GotBack($input:ReceiveReturnInput!){receiveReturn(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ShopCounterDocument = /* @__PURE__ */ new TypedDocument<types.ShopCounterQuery, types.ShopCounterQueryVariables>(
  "query ShopCounter{myShop{id slug host nameBn nameEn about phone address place{id}primaryColor accentColor logo{id ...Photo}cover{id ...Photo}hours{weekday spans{opens closes}}closedFrom closedTo delivers deliveryFee pickup takesCash}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const DescribeDokanDocument = /* @__PURE__ */ new TypedDocument<types.DescribeDokanMutation, types.DescribeDokanMutationVariables>(
  "mutation DescribeDokan($input:ShopSignInput!){describeShop(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetDokanTermsDocument = /* @__PURE__ */ new TypedDocument<types.SetDokanTermsMutation, types.SetDokanTermsMutationVariables>(
  "mutation SetDokanTerms($input:SetShopTermsInput!){setShopTerms(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetDokanHolidayDocument = /* @__PURE__ */ new TypedDocument<types.SetDokanHolidayMutation, types.SetDokanHolidayMutationVariables>(
  "mutation SetDokanHoliday($input:ShopHolidayInput!){setShopHoliday(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetDokanLooksDocument = /* @__PURE__ */ new TypedDocument<types.SetDokanLooksMutation, types.SetDokanLooksMutationVariables>(
  "mutation SetDokanLooks($input:SetShopLooksInput!){setShopLooks(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CloseDokanDocument = /* @__PURE__ */ new TypedDocument<types.CloseDokanMutation, types.CloseDokanMutationVariables>(
  "mutation CloseDokan{closeShop{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AddKindOfGoodDocument = /* @__PURE__ */ new TypedDocument<types.AddKindOfGoodMutation, types.AddKindOfGoodMutationVariables>(
  "mutation AddKindOfGood($input:AddVariantInput!){addVariant(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DescribeGoodDocument = /* @__PURE__ */ new TypedDocument<types.DescribeGoodMutation, types.DescribeGoodMutationVariables>(
  "mutation DescribeGood($input:DescribeProductInput!){describeProduct(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
