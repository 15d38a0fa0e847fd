"""What a request may cost, before it runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    IntValueNode,
    NullValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)

DEFAULT_PAGE = 20
LARGEST_PAGE = 100
# A whole introspection is a few thousand small answers, whatever the selection looks like.
INTROSPECTION_COST = 500


def cost(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
) -> int:
    """Return how many fields a valid operation may have to answer.

    A field costs one, and what is selected below a page costs as many times as the page is long: by
    `first` or `last`, written or given by a variable, else by the argument's default, else 20. A
    variable that is no number counts as 100; reading it is refused a moment later.
    """
    root = schema.get_root_type(operation.operation)
    return _Cost(schema, document, operation, variables).of(operation.selection_set, root)


def fixed_cost(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode
) -> int | None:
    """Return the cost of an operation that costs the same whatever its variables; else None."""
    counted = _Cost(schema, document, operation, {})
    total = counted.of(operation.selection_set, schema.get_root_type(operation.operation))
    return None if counted.varies else total


class _Cost:
    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any],
    ) -> None:
        self.schema = schema
        self.fragments = {
            d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
        }
        self.done: dict[str, int] = {}
        self.varies = False
        self.variables = dict(variables)
        for definition in operation.variable_definitions or ():
            if isinstance(definition.default_value, IntValueNode):
                self.variables.setdefault(
                    definition.variable.name.value, int(definition.default_value.value)
                )

    def of(self, selections: SelectionSetNode | None, parent: GraphQLNamedType | None) -> int:
        total = 0
        for item in selections.selections if selections else ():
            if isinstance(item, FieldNode):
                total += self._field(item, parent)
            elif isinstance(item, FragmentSpreadNode):
                total += self._fragment(item.name.value)
            else:
                condition = item.type_condition  # type: ignore[attr-defined]  # inline fragment
                kind = self.schema.get_type(condition.name.value) if condition else parent
                total += self.of(item.selection_set, kind)  # type: ignore[attr-defined]
        return total

    def _fragment(self, name: str) -> int:
        if name not in self.done:
            fragment = self.fragments[name]
            kind = self.schema.get_type(fragment.type_condition.name.value)
            self.done[name] = self.of(fragment.selection_set, kind)
        return self.done[name]

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> int:
        if node.name.value == "__typename":
            return 0
        if not isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
            return INTROSPECTION_COST
        field = parent.fields.get(node.name.value)
        if field is None:  # __schema, __type
            return INTROSPECTION_COST
        return 1 + self._page(node, field) * self.of(node.selection_set, get_named_type(field.type))

    def _page(self, node: FieldNode, field: GraphQLField) -> int:
        sized = [name for name in ("first", "last") if name in field.args]
        if not sized:
            return 1
        written = {argument.name.value: argument.value for argument in node.arguments or ()}
        sizes = [self._size(written[name]) for name in sized if name in written]
        given = [size for size in sizes if size is not None]
        if given:
            return max(1, *given)
        default = field.args[sized[0]].default_value
        return default if isinstance(default, int) else DEFAULT_PAGE

    def _size(self, value: object) -> int | None:
        """Return the page size that an argument asks for; None if it is null or left out."""
        if isinstance(value, IntValueNode):
            return int(value.value)
        if isinstance(value, VariableNode):
            self.varies = True
            given = self.variables.get(value.name.value)
            return given if given is None or isinstance(given, int) else LARGEST_PAGE
        return None if isinstance(value, NullValueNode) else LARGEST_PAGE
