// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const CartPageDocument = /* @__PURE__ */ new TypedDocument<types.CartPageQuery, types.CartPageQueryVariables>(
  "query CartPage($cartToken:String){cart(cartToken:$cartToken){...Basket}}fragment Basket on Cart{token version itemsPrice lines{variantId productId nameBn nameEn choices unit quantity seenPrice price available shop{id slug nameBn nameEn delivers deliveryFee pickup takesCash}}}",
)
export const PutInDocument = /* @__PURE__ */ new TypedDocument<types.PutInMutation, types.PutInMutationVariables>(
  "mutation PutIn($variantId:ID!$quantity:Int!$cartToken:String){putInCart(input:{variantId:$variantId quantity:$quantity cartToken:$cartToken}){__typename ...on Cart{...Basket}...Refusal}}fragment Basket on Cart{token version itemsPrice lines{variantId productId nameBn nameEn choices unit quantity seenPrice price available shop{id slug nameBn nameEn delivers deliveryFee pickup takesCash}}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AgreeToNewPricesDocument = /* @__PURE__ */ new TypedDocument<types.AgreeToNewPricesMutation, types.AgreeToNewPricesMutationVariables>(
  "mutation AgreeToNewPrices($cartToken:String){agreeToPrices(input:{cartToken:$cartToken}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OrderAllDocument = /* @__PURE__ */ new TypedDocument<types.OrderAllMutation, types.OrderAllMutationVariables>(
  "mutation OrderAll($input:CheckOutInput!){checkOut(input:$input){__typename ...on OrderGroup{id guestToken}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
