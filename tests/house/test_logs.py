"""Log lines carry the request's id, and no secret, no one-time code, no whole phone number."""

import json
import logging
import sys

import pytest

from hmk_graph.logs import (
    HIDDEN,
    JsonLines,
    Redaction,
    RequestLog,
    TextLines,
    masked_phone,
    request_id,
)


def line_of(message: str, *args: object, **extra: object) -> dict[str, object]:
    record = logging.makeLogRecord(
        {"name": "hmk.test", "levelname": "INFO", "msg": message, "args": args, **extra}
    )
    read: dict[str, object] = json.loads(
        JsonLines(Redaction(["the-own-secret", "234567"])).format(record)
    )
    return read


@pytest.mark.parametrize(
    "written",
    [
        "01712345678",
        "+8801712345678",
        "8801712345678",
        "017-1234-5678",
        "+880 1712 345678",
        "+880-1712-345 678",
        "০১৭১২৩৪৫৬৭৮",
        "+৮৮০১৭১২৩৪৫৬৭৮",
    ],
)
def test_of_a_phone_number_three_digits_remain_however_it_is_written(written):
    message = str(line_of(f"code sent to {written}.")["message"])

    assert message in ("code sent to ***678.", "code sent to ***৬৭৮.")


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer abc.def-123",
        "authorization=Bearer%20abcdef",
        "bearer abcdefghijkl",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl",
        'body {"refreshToken": "r4nd0m-t0ken"}',
        "password='open sesame'",
        "connecting to postgres://hmk:pa55word@db:5432/hmk",
        "GET /photo?X-Amz-Signature=0123456789abcdef",
        "key the-own-secret used",
        "Set-Cookie: hmk_refresh=abcdef; HttpOnly",
    ],
)
def test_no_token_password_or_secret_passes(text):
    message = str(line_of(text)["message"])

    assert HIDDEN in message
    for leaked in ("abc", "eyJ", "r4nd0m", "sesame", "pa55", "0123456789", "the-own-secret"):
        assert leaked not in message


@pytest.mark.parametrize(
    "text",
    [
        "your code is 482915",
        "code: 482915",
        "otp=482915",
        '{"code": "482915"}',
        "আপনার কোড 482915",
        "কোড: ৪৮২৯১৫",
        "verificationCode=482915",
    ],
)
def test_no_one_time_code_passes(text):
    message = str(line_of(text)["message"])

    assert "482915" not in message
    assert "৪৮২৯১৫" not in message


def test_extras_are_cleaned_by_name_and_by_content():
    line = line_of(
        "signed in",
        phone="+8801712345678",
        code="482915",
        accessToken="opaque",
        input={"phone": 8801712345678, "note": "call 01812345679", "nested": [{"otp": 123456}]},
        lot_id=42,
        ms=1.5,
    )

    assert line["phone"] == "***678"
    assert line["code"] == HIDDEN
    assert line["accessToken"] == HIDDEN
    assert line["input"] == {
        "phone": "***678",
        "note": "call ***679",
        "nested": [{"otp": HIDDEN}],
    }
    assert (line["lot_id"], line["ms"]) == (42, 1.5)


def test_what_is_no_secret_is_left_as_it_is():
    text = "BidTooLow code=BID_TOO_LOW lot 42 at 4550000 paisa, 1795474195 s, seq 17"

    assert line_of(text)["message"] == text


def test_a_traceback_is_cleaned_too():
    try:
        raise ValueError("no such phone 01712345678 with token=abcdef")
    except ValueError:
        line = line_of("failed", exc_info=sys.exc_info())

    assert "ValueError" in str(line["exception"])
    assert "01712345678" not in str(line["exception"])
    assert "abcdef" not in str(line["exception"])


def test_a_text_line_stays_one_line_whatever_a_stranger_wrote():
    record = logging.makeLogRecord({"msg": "hello\n00:00:00 ERROR forged", "levelname": "INFO"})

    assert "\n" not in TextLines(Redaction()).format(record)


def test_a_line_within_a_request_carries_its_id():
    token = request_id.set("abc12345")
    inside = line_of("now")
    request_id.reset(token)

    assert inside["request_id"] == "abc12345"
    assert "request_id" not in line_of("then")


def test_a_phone_shows_three_digits():
    assert masked_phone("+8801712345678") == "***678"


@pytest.mark.parametrize(
    ("given", "taken"),
    [(b"trace-0123456789", True), (b"short", False), (b"evil\nline-of-log", False), (None, False)],
)
async def test_a_request_is_answered_and_logged_under_its_id_and_without_its_query(
    given, taken, caplog
):
    seen: list[str] = []
    sent: list[dict] = []

    async def app(_scope, _receive, send):
        seen.append(request_id.get())
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(message):
        sent.append(message)

    headers = [(b"x-request-id", given)] if given else []
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/graphql",
        "query_string": b"token=s3cret",
        "headers": headers,
    }
    with caplog.at_level(logging.INFO, "hmk.requests"):
        await RequestLog(app)(scope, None, send)

    assert sent[0]["headers"] == [(b"x-request-id", seen[0].encode())]
    assert (seen[0] == (given or b"").decode()) is taken
    assert [record.getMessage() for record in caplog.records] == ["GET /graphql"]
    assert caplog.records[0].status == 204
    assert request_id.get() == ""
