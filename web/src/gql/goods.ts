// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MoreGoodsDocument = /* @__PURE__ */ new TypedDocument<types.MoreGoodsQuery, types.MoreGoodsQueryVariables>(
  "query MoreGoods($id:ID!$after:Cursor){shop(id:$id){products(first:20 after:$after){edges{node{...Offered}}pageInfo{hasNextPage endCursor}}}}fragment Offered on Product{id nameBn nameEn unit fromPrice media{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
