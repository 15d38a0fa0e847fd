// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ShopPageDocument = /* @__PURE__ */ new TypedDocument<types.ShopPageQuery, types.ShopPageQueryVariables>(
  "query ShopPage($slug:String$host:String){shop(slug:$slug host:$host){id slug host nameBn nameEn about phone address place{...Spot}primaryColor accentColor logo{...Photo}cover{...Photo}hours{weekday spans{opens closes}}closedFrom closedTo takesOrders delivers deliveryFee pickup takesCash mine products(first:12){edges{node{...Offered}}pageInfo{hasNextPage endCursor}}}}fragment Offered on Product{id nameBn nameEn unit fromPrice media{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const ProductPageDocument = /* @__PURE__ */ new TypedDocument<types.ProductPageQuery, types.ProductPageQueryVariables>(
  "query ProductPage($id:ID!){product(id:$id){...Offered description options category{slug nameBn nameEn}variants{id choices price available}shop{id slug host nameBn nameEn phone place{...Spot}primaryColor accentColor takesOrders delivers deliveryFee pickup takesCash mine}}}fragment Offered on Product{id nameBn nameEn unit fromPrice media{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const FollowShopDocument = /* @__PURE__ */ new TypedDocument<types.FollowShopSubscription, types.FollowShopSubscriptionVariables>(
  "subscription FollowShop($shopId:ID!$after:Cursor){shopEvents(shopId:$shopId after:$after){__typename ...on ShopSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
