// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const BazarPageDocument = /* @__PURE__ */ new TypedDocument<types.BazarPageQuery, types.BazarPageQueryVariables>(
  "query BazarPage($within:ID$outside:ID$categoryId:ID$openNow:Boolean!$after:Cursor){shops(within:$within filter:{outside:$outside categoryId:$categoryId openNow:$openNow}first:12 after:$after){edges{node{...Stall}}pageInfo{hasNextPage endCursor}}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment Stall on Shop{id slug nameBn nameEn openNow delivers place{...Spot}logo{...Photo}cover{...Photo}newestProducts{id nameBn nameEn unit fromPrice}}",
)
export const BazarChoicesDocument = /* @__PURE__ */ new TypedDocument<types.BazarChoicesQuery, types.BazarChoicesQueryVariables>(
  "query BazarChoices{productCategories{id nameBn nameEn}place(slug:\"kishoreganj\"){id children(kind:UPAZILA first:20){id nameBn nameEn}}}",
)
export const PartsOfDocument = /* @__PURE__ */ new TypedDocument<types.PartsOfQuery, types.PartsOfQueryVariables>(
  "query PartsOf($upazilaId:ID!){place(id:$upazilaId){id children(first:40){id nameBn nameEn}}}",
)
