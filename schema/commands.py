"""A mutation of one field is carried out without graphql-core's executor, by a plan of its own.

The executor is built anew for each request; it walks through the types of variables, arguments and
of the union that answers, and reaches the resolver through a tower of functions. None of that hangs
on the request. Here a document is looked at once: how its input is read, whom it calls, and how
each type that may answer is written (`schema/plans.py`).

A plan does nothing but the ordinary case, as there: one field, its arguments variables or inputs
made of them, all of which have to be there, and an answer that needs no waiting. What has no plan,
and what is sent that the plan cannot read, is left to graphql-core, which says what is wrong;
nothing has been done then.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import FunctionType
from typing import Any, TypeAlias

import graphql
import strawberry
from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLArgument,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    MiddlewareManager,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    Undefined,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    get_operation_ast,
    located_error,
    print_ast,
)
from graphql.execution.values import VariableValues
from graphql.pyutils import Path, is_awaitable
from strawberry.types.field import StrawberryField
from strawberry.utils.await_maybe import await_maybe

from schema.errors import ErrorsAsData
from schema.limits import CACHED_DOCUMENTS, Parsed
from schema.plans import NotPlain, Plan, Planner

# `Any`: JSON goes in; what a resolver takes comes out.
Read: TypeAlias = Callable[[Any], Any]
Resolve: TypeAlias = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, kw_only=True)
class Command:
    """A mutation as its document asks for it, whoever sends it.

    `arguments` are (the resolver's name, reader from the variables); `answers` say how an object of
    each type that may be returned becomes JSON.
    """

    key: str
    field: StrawberryField
    asked: GraphQLResolveInfo[Any]
    resolve: Resolve
    arguments: tuple[tuple[str, Read], ...]
    answers: dict[type, Plan]

    def read(self, variables: dict[str, Any]) -> dict[str, Any]:
        """Return the resolver's arguments.

        Raises:
            Exception: Of any kind: what was sent is not of the plain sort, or wrong.
        """
        return {name: read(variables) for name, read in self.arguments}

    async def carry_out(self, given: dict[str, Any], context: object) -> Any:
        """Do it, and return what the resolver answers; its exceptions pass."""
        info = strawberry.Info(_raw_info=self.asked._replace(context=context), _field=self.field)
        return await self.resolve(None, info, **given)


# `Any`: the parameters of graphql-core's own function, which is called with them.
def execute(schema: GraphQLSchema, document: DocumentNode, **asked: Any) -> Any:
    """Execute an operation as graphql-core's function of the same name does."""
    if not asked["middleware"].middlewares:
        command = command_of(schema, Parsed(document), asked["operation_name"])
        if command is not None:
            try:
                given = command.read(asked["variable_values"] or {})
            except Exception:
                pass  # what is wrong is found out, and told, below
            else:
                return _result(command, given, document, asked)
    return graphql.execute(schema, document, **asked)


async def _result(
    command: Command, given: dict[str, Any], document: DocumentNode, asked: dict[str, Any]
) -> ExecutionResult:
    node, path = command.asked.field_nodes, command.asked.path.as_list()
    try:
        answer = await command.carry_out(given, asked["context_value"])
    except Exception as error:
        return ExecutionResult(data=None, errors=[located_error(error, node, path)])
    try:
        return ExecutionResult(data={command.key: command.answers[type(answer)](answer)})
    except Exception:
        return await _told(answer, command.asked.schema, document, asked)


async def _told(
    answer: object, schema: GraphQLSchema, document: DocumentNode, asked: dict[str, Any]
) -> ExecutionResult:
    """Have graphql-core write an answer in which something is wrong, and say what."""

    def replayed(resolve: Callable[..., Any], source: Any, info: Any, **given: Any) -> Any:
        at_root = info.parent_type is schema.mutation_type
        return answer if at_root else resolve(source, info, **given)

    watched = asked | {"middleware": MiddlewareManager(replayed)}
    result: ExecutionResult = await await_maybe(graphql.execute(schema, document, **watched))
    return result


@lru_cache(CACHED_DOCUMENTS)
def command_of(schema: GraphQLSchema, parsed: Parsed, operation_name: str | None) -> Command | None:
    """Return the plan of a valid document's mutation; None: it is a matter of graphql-core."""
    operation = get_operation_ast(parsed.document, operation_name)
    if operation is None or operation.operation is not OperationType.MUTATION:
        return None
    try:
        return _planned(schema, parsed.document, operation)
    except NotPlain:
        return None


def _planned(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode
) -> Command:
    selections = operation.selection_set.selections
    node = selections[0]
    if len(selections) > 1 or not isinstance(node, FieldNode) or node.directives:
        raise NotPlain
    root = schema.mutation_type
    defined = root.fields.get(node.name.value) if root is not None else None
    if root is None or defined is None or operation.directives:
        raise NotPlain
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    field = _field_of(defined)
    key = node.alias.value if node.alias else node.name.value
    return Command(
        key=key,
        field=field,
        # The variables are not told: they are the arguments.
        asked=GraphQLResolveInfo(
            field_name=node.name.value,
            field_nodes=[node],
            return_type=defined.type,
            parent_type=root,
            path=Path(None, key, root.name),
            schema=schema,
            fragments=fragments,
            root_value=None,
            operation=operation,
            variable_values=VariableValues(sources={}, coerced={}),
            context=None,
            is_awaitable=is_awaitable,
            abort_signal=None,
            async_helpers=None,  # type: ignore[arg-type]  # of those who resolve side by side
        ),
        resolve=_resolver(field),
        arguments=_arguments(defined, node, operation),
        answers=_answers(schema, Planner(schema, fragments), defined, node),
    )


def _field_of(defined: GraphQLField) -> StrawberryField:
    field = defined.extensions.get("strawberry-definition")
    if not isinstance(field, StrawberryField) or field.permission_classes:
        raise NotPlain
    return field


def _resolver(field: StrawberryField) -> Resolve:
    resolver, extensions = field.base_resolver, field.extensions
    if resolver is None or not resolver.is_async or resolver.parent_parameter:
        raise NotPlain
    if not resolver.self_parameter or resolver.info_parameter is None:
        raise NotPlain
    name, method = resolver.info_parameter.name, resolver.wrapped_func
    if not isinstance(method, FunctionType):
        raise NotPlain

    async def resolve(source: object, info: strawberry.Info, **given: Any) -> Any:
        return await method(source, **{name: info}, **given)

    if not extensions:
        return resolve
    if len(extensions) > 1 or not isinstance(extensions[0], ErrorsAsData):
        raise NotPlain
    watched = extensions[0].resolve_async

    async def as_data(source: object, info: strawberry.Info, **given: Any) -> Any:
        return await watched(resolve, source, info, **given)

    return as_data


def _arguments(
    defined: GraphQLField, node: FieldNode, operation: OperationDefinitionNode
) -> tuple[tuple[str, Read], ...]:
    """Return of each argument the resolver's name for it, and its reader from the variables."""
    declared = {each.variable.name.value: each for each in operation.variable_definitions or ()}
    used: set[str] = set()
    found = []
    for argument in node.arguments or ():
        of = defined.args[argument.name.value]
        read = _written(argument.value, of.type, declared, used)
        found.append((_python_name(of), read))
    if used != set(declared) or len(found) != len(defined.args):
        raise NotPlain
    return tuple(found)


def _python_name(of: GraphQLArgument | GraphQLInputField) -> str:
    name: str = of.extensions["strawberry-definition"].python_name
    return name


def _written(
    node: ValueNode,
    kind: GraphQLInputType,
    declared: dict[str, VariableDefinitionNode],
    used: set[str],
) -> Read:
    """Return the reader of a value of a document: a variable, or an input made of variables."""
    if isinstance(node, VariableNode):
        name = node.name.value
        declaration = declared[name]
        # Of the very type: a variable that may be null, or has a default, is read otherwise.
        if declaration.default_value or print_ast(declaration.type) != str(kind):
            raise NotPlain
        used.add(name)
        read = _reader(kind)
        return lambda variables: read(variables[name])
    of = kind.of_type if isinstance(kind, GraphQLNonNull) else None
    if not isinstance(node, ObjectValueNode) or not isinstance(of, GraphQLInputObjectType):
        raise NotPlain
    origin = _required_alone(of)
    values = {each.name.value: each.value for each in node.fields}
    if values.keys() != of.fields.keys():
        raise NotPlain
    parts = [
        (_python_name(field), _written(values[name], field.type, declared, used))
        for name, field in of.fields.items()
    ]
    return lambda variables: origin(**{name: part(variables) for name, part in parts})


def _reader(kind: GraphQLInputType) -> Read:
    """Return the reader of what a variable holds."""
    if not isinstance(kind, GraphQLNonNull):
        raise NotPlain
    of = kind.of_type
    if isinstance(of, GraphQLScalarType):
        return _scalar(of)
    if isinstance(of, GraphQLList):
        return _list(_reader(of.of_type))
    if isinstance(of, GraphQLInputObjectType):
        return _input(of)
    raise NotPlain


def _scalar(kind: GraphQLScalarType) -> Read:
    parse = kind.coerce_input_value

    def read(value: Any) -> Any:
        parsed = Undefined if value is None else parse(value)
        if parsed is Undefined:
            raise NotPlain
        return parsed

    return read


def _list(read_one: Read) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not list:
            raise NotPlain
        return [read_one(one) for one in value]

    return read


def _input(kind: GraphQLInputObjectType) -> Read:
    origin = _required_alone(kind)
    readers = [
        (name, _python_name(field), _reader(field.type)) for name, field in kind.fields.items()
    ]

    def read(value: Any) -> Any:
        if type(value) is not dict or len(value) != len(readers):
            raise NotPlain
        return origin(**{into: read_one(value[name]) for name, into, read_one in readers})

    return read


def _required_alone(kind: GraphQLInputObjectType) -> type:
    """Return the class of an input whose fields all have to be given."""
    fields = kind.fields.values()
    if kind.is_one_of or any(field.default_value is not Undefined for field in fields):
        raise NotPlain
    origin: type = kind.extensions["strawberry-definition"].origin
    return origin


def _answers(
    schema: GraphQLSchema, planner: Planner, defined: GraphQLField, node: FieldNode
) -> dict[type, Plan]:
    if not isinstance(defined.type, GraphQLNonNull):
        raise NotPlain
    kind = defined.type.of_type
    members: Sequence[GraphQLObjectType]
    if isinstance(kind, GraphQLUnionType):
        members = schema.get_possible_types(kind)
    elif isinstance(kind, GraphQLObjectType):
        members = [kind]
    else:
        raise NotPlain
    return {
        member.extensions["strawberry-definition"].origin: planner.object(member, [node])
        for member in members
    }
