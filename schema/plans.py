"""What needs no waiting is answered by functions that are made once for each document.

graphql-core looks at each field of each object anew: its definition, arguments, path and type. That
is some ten microseconds, twelve hundred times for a page of fifty lots. Most of these fields only
read what is there. For such parts of a selection a plan is made: nested functions from an object to
its JSON.

A plan does nothing but the ordinary case. What it does not know (a variable as an argument, a
directive, a resolver that waits or wants the `info`, an abstract type) has no plan. What goes wrong
in one (a null that must not be, a value that is none of its type, an exception) is left to
graphql-core. It resolves the field anew and says what is wrong: such a resolver only reads.

A field whose resolver waits may have a value that is there already, because a list read it for all
of its things at once: the method `ready_<name>` of the type returns it, or raises `NotPlain`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import attrgetter, methodcaller
from types import FunctionType
from typing import Any, TypeAlias, TypeVar

from graphql import (
    GRAPHQL_MAX_INT,
    GRAPHQL_MIN_INT,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetailsList
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types.field import StrawberryField

T = TypeVar("T")

# `Any`: objects of every type go in, JSON comes out.
Plan: TypeAlias = Callable[[Any], Any]

MOST_KEPT = 5_000
READY = "ready_"
# What is of such a type is JSON already.
PLAIN: dict[str, type] = {"String": str, "ID": str, "Boolean": bool, "Paisa": int}

# Plans by the selections they are for. The nodes are kept with them, so that their ids stay theirs.
_plans: OrderedDict[tuple[Any, ...], tuple[Any, Plan | None]] = OrderedDict()


class NotPlain(Exception):
    """Not the ordinary case; graphql-core is to see to it."""


def there(value: T | None) -> T:
    """Return what was read with the list; where it was not, graphql-core goes the long way."""
    if value is None:
        raise NotPlain
    return value


class Planned(StrawberryGraphQLCoreExecutionContext):
    """Executes what needs no waiting by plans."""

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: FieldDetailsList,
        path: Path,
        position_context: Any,
    ) -> Any:
        """Resolve and complete a field, by its plan if it has one."""
        plan = self._plan(parent_type, field_details_list)
        if plan is not None:
            try:
                return plan(source)
            except Exception:
                pass  # what is wrong is found out, and told, below
        return super().execute_field(
            parent_type, source, field_details_list, path, position_context
        )

    def _plan(self, parent_type: GraphQLObjectType, details: FieldDetailsList) -> Plan | None:
        if len(details) == 1:
            key: tuple[Any, ...] = (id(parent_type), id(details[0].node))
        else:
            key = (id(parent_type), *(id(each.node) for each in details))
        found = _plans.get(key)
        if found is None:
            nodes = [each.node for each in details]
            plan = None
            # Extensions that look at each field would be passed by.
            watched = self.middleware_manager is not None and self.middleware_manager.middlewares
            if not watched and parent_type not in (
                self.schema.query_type,
                self.schema.mutation_type,
                self.schema.subscription_type,
            ):
                plan = Planner(self.schema, self.fragment_definitions).field(parent_type, nodes)
            found = _plans[key] = ((parent_type, nodes), plan)
            if len(_plans) > MOST_KEPT:
                _plans.popitem(last=False)
        return found[1]


class Planner:
    """Makes plans for the selections of one document."""

    def __init__(self, schema: GraphQLSchema, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.schema = schema
        self.fragments = fragments

    def field(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Plan | None:
        """Return the plan of a field of an object, or None if it has none."""
        try:
            read, complete = self._field(parent, nodes)
        except NotPlain:
            return None
        return lambda source: complete(read(source))

    def _field(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> tuple[Plan, Plan]:
        """Return how a field's value is read from its object, and how it becomes JSON."""
        if any(node.directives for node in nodes):
            raise NotPlain
        name = nodes[0].name.value
        if name == "__typename":
            return _always(parent.name), _as_it_is
        defined = parent.fields[name]
        return _reader(defined, nodes[0]), self._completer(defined.type, nodes)

    def _completer(self, kind: GraphQLOutputType, nodes: Sequence[FieldNode]) -> Plan:
        if isinstance(kind, GraphQLNonNull):
            if isinstance(kind.of_type, GraphQLScalarType | GraphQLEnumType):
                return _leaf(kind.of_type)
            return _needed(self._completer(kind.of_type, nodes))
        if isinstance(kind, GraphQLList):
            return _listed(self._completer(kind.of_type, nodes))
        if isinstance(kind, GraphQLScalarType | GraphQLEnumType):
            return _or_null(_leaf(kind))
        if isinstance(kind, GraphQLObjectType) and kind.is_type_of is None:
            return self.object(kind, nodes)
        raise NotPlain

    def object(self, kind: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Plan:
        """Return how an object of this very type becomes JSON, as its selections ask.

        Raises:
            NotPlain: A part of it has no plan.
        """
        selected: dict[str, list[FieldNode]] = {}
        for node in nodes:
            for chosen in self._chosen(kind, node.selection_set):
                alias = chosen.alias.value if chosen.alias else chosen.name.value
                selected.setdefault(alias, []).append(chosen)
        plans = [(alias, *self._field(kind, chosen)) for alias, chosen in selected.items()]

        def complete(value: Any) -> Any:
            if value is None:
                return None
            return {alias: complete(read(value)) for alias, read, complete in plans}

        return complete

    def _chosen(
        self, kind: GraphQLObjectType, selections: SelectionSetNode | None
    ) -> Iterator[FieldNode]:
        """Return the fields of a selection in their order, with the fragments that apply."""
        for item in selections.selections if selections else ():
            if item.directives:
                raise NotPlain
            if isinstance(item, FieldNode):
                yield item
                continue
            fragment: FragmentDefinitionNode | InlineFragmentNode
            if isinstance(item, FragmentSpreadNode):
                fragment = self.fragments[item.name.value]
            elif isinstance(item, InlineFragmentNode):
                fragment = item
            else:
                raise NotPlain
            condition = fragment.type_condition
            if condition is None or self._is(kind, condition.name.value):
                yield from self._chosen(kind, fragment.selection_set)

    def _is(self, kind: GraphQLObjectType, name: str) -> bool:
        """Say whether every object of a type is of another, which may be an abstract one."""
        if name == kind.name:
            return True
        other = self.schema.get_type(name)
        return is_abstract_type(other) and self.schema.is_sub_type(other, kind)


def _reader(defined: GraphQLField, node: FieldNode) -> Plan:
    """Return the function that reads a field's value from its object."""
    field = defined.extensions.get("strawberry-definition")
    if not isinstance(field, StrawberryField) or field.extensions or field.permission_classes:
        raise NotPlain
    name = field.python_name
    if field.base_resolver is None:
        return attrgetter(name)
    if hasattr(field.origin, READY + name) and not defined.args:
        return methodcaller(READY + name)
    resolver = field.base_resolver
    if resolver.is_async or resolver.info_parameter:
        raise NotPlain
    if resolver.parent_parameter or not resolver.self_parameter:
        raise NotPlain
    method = resolver.wrapped_func
    if not isinstance(method, FunctionType):
        raise NotPlain
    arguments = _written(defined, node) if defined.args else {}
    return partial(_called, method, arguments) if arguments else method


def _called(method: FunctionType, arguments: dict[str, Any], source: Any) -> Any:
    return method(source, **arguments)


def _written(defined: GraphQLField, node: FieldNode) -> dict[str, Any]:
    """Return a field's arguments as its resolver takes them, if the document itself holds them.

    What a variable holds differs from request to request, and a plan is made once.
    """
    if any(isinstance(argument.value, VariableNode) for argument in node.arguments or ()):
        raise NotPlain
    # Strawberry's own definition of each argument knows what the resolver calls it.
    names = {
        name: argument.extensions["strawberry-definition"].python_name
        for name, argument in defined.args.items()
    }
    if not all(is_leaf_type(get_nullable_type(each.type)) for each in defined.args.values()):
        raise NotPlain
    try:
        given = get_argument_values(defined, node)
    except GraphQLError:
        raise NotPlain from None
    return {names[name]: value for name, value in given.items()}


def _always(told: object) -> Plan:
    return lambda _source: told


def _as_it_is(value: Any) -> Any:
    return value


def _needed(complete: Plan) -> Plan:
    def needed(value: Any) -> Any:
        done = complete(value)
        if done is None:
            raise NotPlain
        return done

    return needed


def _or_null(complete: Plan) -> Plan:
    return lambda value: None if value is None else complete(value)


def _listed(complete: Plan) -> Plan:
    def listed(value: Any) -> Any:
        if value is None:
            return None
        if type(value) is not list:
            raise NotPlain
        return [complete(each) for each in value]

    return listed


def _leaf(kind: GraphQLScalarType | GraphQLEnumType) -> Plan:
    """Return the function that writes a leaf; what is of the type already is taken as it is."""
    if kind is GraphQLInt:
        return _int
    plain = PLAIN.get(kind.name)
    write = kind.coerce_output_value

    def leaf(value: Any) -> Any:
        if type(value) is plain:
            return value
        written = None if value is None else write(value)
        if written is None:
            raise NotPlain
        return written

    return leaf


def _int(value: Any) -> Any:
    if type(value) is int and GRAPHQL_MIN_INT <= value <= GRAPHQL_MAX_INT:
        return value
    if value is None:
        raise NotPlain
    return GraphQLInt.coerce_output_value(value)
