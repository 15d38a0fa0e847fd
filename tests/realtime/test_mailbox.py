import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realtime.frames import Frame, Missed
from realtime.mailbox import Mailbox
from tests.realtime.waiting import frame, taken

STREAM = "haat.lot.1"
NUMBERS = st.integers(min_value=0, max_value=2**63)


@given(epoch=NUMBERS, seq=NUMBERS, body=st.text())
def test_a_frame_arrives_as_it_was_sent_whatever_it_says(epoch, seq, body):
    sent = Frame(stream=STREAM, epoch=epoch, seq=seq, body=body)

    assert Frame.decode(STREAM, sent.encode()) == sent


@pytest.mark.parametrize("text", ["", "hello", "[1,2]", "[1,-2,{}]", '{"seq":1}', "\0missed"])
def test_what_is_no_frame_is_refused(text):
    with pytest.raises(ValueError, match="no frame"):
        Frame.decode(STREAM, text)


async def test_frames_are_taken_in_the_order_they_came():
    mailbox = Mailbox(STREAM)
    for seq in (1, 2, 3):
        mailbox.put(frame(seq))

    assert await taken(mailbox, 3) == [frame(1), frame(2), frame(3)]


async def test_one_warning_stands_for_all_that_did_not_fit():
    mailbox = Mailbox(STREAM, bound=3)
    for seq in range(1, 7):
        mailbox.put(frame(seq))

    overflow = Missed(stream=STREAM, reason="overflow")
    assert await taken(mailbox, 3) == [overflow, frame(5), frame(6)]
    assert len(mailbox) == 0


async def test_a_mailbox_that_nobody_reads_stays_small():
    mailbox = Mailbox(STREAM, bound=10)
    for seq in range(10_000):
        mailbox.put(frame(seq))
        mailbox.put(Missed(stream=STREAM, reason="behind"))
        mailbox.put(Missed(stream=STREAM, reason="reconnected"))

    assert len(mailbox) <= 10 + 2


async def test_the_word_that_the_process_goes_down_survives_a_flood():
    mailbox = Mailbox(STREAM, bound=3)
    mailbox.put(Missed(stream=STREAM, reason="draining"))
    for seq in range(100):
        mailbox.put(frame(seq))

    assert await taken(mailbox) == [Missed(stream=STREAM, reason="draining")]


async def test_who_keeps_the_latest_gets_the_newest_and_every_warning_once():
    mailbox = Mailbox(STREAM, keep="latest")
    for seq in range(1, 50):
        mailbox.put(frame(seq))
        mailbox.put(Missed(stream=STREAM, reason="behind"))

    assert await taken(mailbox, 2) == [Missed(stream=STREAM, reason="behind"), frame(49)]
    assert len(mailbox) == 0


async def test_an_older_frame_that_comes_late_takes_no_newer_ones_place():
    mailbox = Mailbox(STREAM, keep="latest")
    for seq in (2, 3, 1):
        mailbox.put(frame(seq))

    assert await taken(mailbox) == [frame(3)]


async def test_who_gives_up_waiting_takes_nothing_away():
    mailbox = Mailbox(STREAM)
    waiting = asyncio.create_task(mailbox.take())
    await asyncio.sleep(0)

    mailbox.put(frame(1))
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)

    assert await taken(mailbox) == [frame(1)]
