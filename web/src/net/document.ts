/** The text of an operation, which knows the types of its variables and of its answer. */
export class TypedDocument<D, V> {
  /** Never set: only the compiler looks at it. */
  declare readonly types?: (variables: V) => D

  constructor(readonly text: string) {}
}
