"""Flags: who sees and closes them, and that one matter is flagged once."""

from __future__ import annotations

import asyncio
import re

import pytest

from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.haat import animal_queries, flag_words, flagging
from hmk_graph.haat.animal_models import Animal, FlagKind, OfficerFlag
from tests import factories
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def flagged(animal: Animal) -> OfficerFlag:
    await flagging.flag(FlagKind.LIKELY_COPY, animal.id, other_id=None, at=NOON)
    return await OfficerFlag.get(animal=animal)


async def test_the_same_matter_is_flagged_once_until_it_is_resolved():
    animal = await factories.animal()
    officer = await factories.officer()

    await asyncio.gather(*(flagged(animal) for _ in range(5)))
    flag = await OfficerFlag.get()
    await flagging.resolve_flag(officer.id, flag.id, note="দুটি আলাদা পশু।", clock=at(NOON))
    await flagging.flag(FlagKind.LIKELY_COPY, animal.id, other_id=None, at=NOON)

    assert await OfficerFlag.all().count() == 2
    resolved = await OfficerFlag.get(id=flag.id)
    assert (resolved.resolved_by_id, resolved.note) == (officer.id, "দুটি আলাদা পশু।")
    with pytest.raises(StaleState):
        await flagging.resolve_flag(officer.id, flag.id, note="আবার", clock=at(NOON))


async def test_a_flag_is_the_business_of_the_areas_officer_unless_the_animal_is_his_own():
    officer = await factories.officer()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))
    flag = await flagged(await factories.animal())
    own = await flagged(await factories.animal(officer))

    seen = [one.id for one in await (await animal_queries.open_flags(officer.id))]
    for person, number in (
        (elsewhere, flag.id),
        (await factories.person(), flag.id),
        (officer, own.id),
        (officer, 999_999),
    ):
        with pytest.raises(NotFound):
            await flagging.resolve_flag(person.id, number, note="দেখেছি", clock=at(NOON))
    with pytest.raises(BadInput):
        await flagging.resolve_flag(officer.id, flag.id, note=" ", clock=at(NOON))

    assert seen == [flag.id]
    assert await (await animal_queries.open_flags(elsewhere.id)) == []
    assert await OfficerFlag.filter(resolved_at=None).count() == 2


@pytest.mark.parametrize("kind", FlagKind)
def test_every_flag_says_why_in_both_languages(kind: FlagKind):
    said = flag_words.reason(kind, who="করিম", tag="T-9")

    assert re.search("[ঀ-৿]", said.bn)
    assert re.fullmatch(r"[ -~]*(করিম)?[ -~]*", said.en)
    assert ("{" in said.bn + said.en) is False


def test_who_claimed_a_tag_is_named_while_he_has_a_name():
    named = flag_words.reason(FlagKind.SAME_TAG, who="করিম", tag="T-9")
    erased = flag_words.reason(FlagKind.SAME_TAG, tag="T-9")

    assert named.bn == "করিম একই ট্যাগ (T-9) দিয়ে আরেকটি পশু নিবন্ধন করতে চেয়েছিলেন।"
    assert erased.en == "Somebody tried to register another animal with the same tag (T-9)."
