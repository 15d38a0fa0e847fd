// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const SearchPageDocument = /* @__PURE__ */ new TypedDocument<types.SearchPageQuery, types.SearchPageQueryVariables>(
  "query SearchPage($text:String!$kinds:[SearchKind!]$freeNow:Boolean!$after:Cursor){search(text:$text kinds:$kinds freeNow:$freeNow first:20 after:$after){edges{distanceM freeNow node{__typename ...on Service{id titleBn titleEn fromPrice provider{id name}}...on Listing{id titleBn titleEn price}...on Lot{id titleBn titleEn price startPrice}...on RentalUnit{id titleBn rentAmount}...on ServiceCategory{id slug nameBn nameEn}...on Product{id nameBn nameEn fromPrice shop{slug}}...on Shop{id slug nameBn nameEn}}}counts{kind count}pageInfo{hasNextPage endCursor}}}",
)
