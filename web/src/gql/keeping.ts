// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ShowGoodDocument = /* @__PURE__ */ new TypedDocument<types.ShowGoodMutation, types.ShowGoodMutationVariables>(
  "mutation ShowGood($input:PictureProductInput!){setProductMedia(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const MoveGoodDocument = /* @__PURE__ */ new TypedDocument<types.MoveGoodMutation, types.MoveGoodMutationVariables>(
  "mutation MoveGood($productId:ID!$move:ProductMove!){moveProduct(input:{productId:$productId move:$move}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PriceGoodDocument = /* @__PURE__ */ new TypedDocument<types.PriceGoodMutation, types.PriceGoodMutationVariables>(
  "mutation PriceGood($variantId:ID!$price:Paisa!){setPrice(input:{variantId:$variantId price:$price}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const MoreOfGoodDocument = /* @__PURE__ */ new TypedDocument<types.MoreOfGoodMutation, types.MoreOfGoodMutationVariables>(
  "mutation MoreOfGood($variantId:ID!$delta:Int!$key:String!){changeStock(input:{variantId:$variantId delta:$delta idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeOrderDocument = /* @__PURE__ */ new TypedDocument<types.TakeOrderMutation, types.TakeOrderMutationVariables>(
  "mutation TakeOrder($orderId:ID!){acceptOrder(input:{orderId:$orderId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RefuseOrderDocument = /* @__PURE__ */ new TypedDocument<types.RefuseOrderMutation, types.RefuseOrderMutationVariables>(
  "mutation RefuseOrder($orderId:ID!$reason:String!){rejectOrder(input:{orderId:$orderId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PackGoodsDocument = /* @__PURE__ */ new TypedDocument<types.PackGoodsMutation, types.PackGoodsMutationVariables>(
  "mutation PackGoods($input:PackOrderInput!){packOrder(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ParcelTripsDocument = /* @__PURE__ */ new TypedDocument<types.ParcelTripsQuery, types.ParcelTripsQueryVariables>(
  "query ParcelTrips{myTrips(first:20){edges{node{id state parcelId}}}}",
)
export const NotAfterAllDocument = /* @__PURE__ */ new TypedDocument<types.NotAfterAllMutation, types.NotAfterAllMutationVariables>(
  "mutation NotAfterAll($orderId:ID!$reason:String!){cancelOrder(input:{orderId:$orderId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DropKindOfGoodDocument = /* @__PURE__ */ new TypedDocument<types.DropKindOfGoodMutation, types.DropKindOfGoodMutationVariables>(
  "mutation DropKindOfGood($variantId:ID!){retireVariant(input:{variantId:$variantId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CashIsBackDocument = /* @__PURE__ */ new TypedDocument<types.CashIsBackMutation, types.CashIsBackMutationVariables>(
  "mutation CashIsBack($orderId:ID!){handBackCash(input:{orderId:$orderId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
