"""The doors of the web chat: sign-in, hosts, origins, uploads, headers, health."""

from __future__ import annotations

import aiohttp
import pytest
from pydantic import SecretStr

from bots.web.adapter import WebAdapter
from bots.web.auth import NoSecret
from bots.web.inbound import FRAME, Say
from bots.web.limits import IMAGE, Attempts, Bucket
from core.events import TextMessage, Upload
from core.i18n import Words
from core.settings import Web
from core.state.store import Store
from tests.fixtures.web_client import person
from tests.fixtures.web_coach import MENU, Coach, serving

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
OPEN = Web(host="0.0.0.0", port=0, secret=SecretStr("open sesame"))


async def test_beyond_loopback_a_secret_is_required(store: Store) -> None:
    for host in ("0.0.0.0", "192.168.1.5", "coach.example.org", "::"):
        with pytest.raises(NoSecret, match="JIAYOU_WEB__SECRET"):
            WebAdapter(Web(host=host), Coach().handle, MENU, store, Words())


async def test_signing_in(store: Store) -> None:
    async with serving(store, settings=OPEN) as (web, _), person(web.port) as anna:
        async with anna.session.get(f"{anna.base}/r/abcdefghjkmn", allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/signin?next=/r/abcdefghjkmn")
        assert (await anna.get("/api/me"))[0] == 401
        assert await anna.signin("open says me") == 403
        assert (await anna.get("/api/me"))[0] == 401
        assert await anna.signin("open sesame") == 303
        await anna.open()
        assert (await anna.say("hi"))["t"] == "ack"


async def test_without_signing_in_the_socket_stays_shut(store: Store) -> None:
    async with (
        serving(store, settings=OPEN) as (web, _),
        person(web.port) as eve,
        eve.session.ws_connect(f"{eve.base}/ws") as socket,
    ):
        await socket.receive()
        assert socket.close_code == 4401


async def test_guessing_the_secret_is_slowed_down(store: Store) -> None:
    async with serving(store, settings=OPEN) as (web, _), person(web.port) as eve:
        assert [await eve.signin(f"guess {number}") for number in range(7)] == [403] * 5 + [429] * 2
        assert await eve.signin("open sesame") == 429


async def test_a_session_from_before_the_secret_does_not_count(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        await anna.close()
        async with serving(store, settings=OPEN) as (guarded, _):
            anna.base = f"http://127.0.0.1:{guarded.port}"
            assert (await anna.get("/api/me"))[0] == 401


async def test_a_name_that_only_points_here_is_turned_away(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as eve:
        assert (await eve.get("/api/me", Host="rebind.example.org"))[0] == 403
        assert (await eve.get("/api/me", Host=f"localhost:{web.port}"))[0] == 200
        assert (await eve.get("/api/me", Host=f"[::1]:{web.port}"))[0] == 200
        assert (await eve.get("/healthz", Host="10.0.0.7"))[0] == 200


async def test_other_sites_cannot_use_the_cookie(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        foreign = {"Origin": "https://evil.example.org"}
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await anna.session.ws_connect(f"{anna.base}/ws", headers=foreign)
        own = {"Origin": f"http://127.0.0.1:{web.port}"}
        async with anna.session.ws_connect(f"{anna.base}/ws", headers=own) as socket:
            assert (await socket.receive_json())["t"] == "hello"
        for headers in (foreign | {"X-Jiayou": "1"}, own):
            async with anna.session.post(f"{anna.base}/api/rooms", json={"name": "x"}, headers=headers) as answer:
                assert answer.status == 403


async def test_behind_a_proxy_the_public_address_is_ours(store: Store) -> None:
    settings = Web(port=0, public_url="https://coach.example.org/")
    async with serving(store, settings=settings) as (web, _), person(web.port) as anna:
        async with anna.session.get(f"{anna.base}/api/me", headers={"Host": "coach.example.org"}) as answer:
            cookie = answer.headers["Set-Cookie"]
            assert (await answer.json())["home"] == "https://coach.example.org"
        assert {"Secure", "HttpOnly", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}


async def test_the_page_runs_nothing_but_its_own(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        for path in ("/", "/r/abcdefghjkmn", "/static/app.js"):
            async with anna.session.get(anna.base + path) as answer:
                assert answer.status == 200
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "unsafe" not in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                etag = answer.headers["ETag"]
            async with anna.session.get(anna.base + path, headers={"If-None-Match": etag}) as again:
                assert again.status == 304


async def test_pictures_are_shown_and_everything_else_is_only_saved(store: Store) -> None:
    sent = {
        "a.png": (PNG, "image/png", "image/png", "inline"),
        "a.svg": (b"<svg onload='alert(1)'/>", "image/svg+xml", "application/octet-stream", "attachment"),
        "a.html": (b"<script>alert(1)</script>", "text/html", "application/octet-stream", "attachment"),
        "lies.png": (b"<script>", "image/png", "application/octet-stream", "attachment"),
        "run.gpx": (b"<gpx/>", "application/gpx+xml", "application/octet-stream", "attachment"),
    }
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        for name, (content, claimed, media_type, place) in sent.items():
            status, card = await anna.upload("dm", name, content, claimed)
            assert (status, card["name"]) == (200, name)
            async with anna.session.get(anna.base + card["url"]) as answer:
                assert await answer.read() == content
                assert answer.content_type == media_type
                assert answer.headers["Content-Disposition"].startswith(place)
                assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_a_file_reaches_the_coach_and_its_content_when_wanted(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        _, card = await anna.upload("dm", "../../run.gpx", b"<gpx/>", "application/gpx+xml")
        assert (await anna.say("", files=[card["id"]]))["t"] == "ack"
        [event] = coach.events
        assert isinstance(event, TextMessage)
        [upload] = event.uploads
        assert (upload.filename, upload.media_type, upload.size) == (".._.._run.gpx", "application/gpx+xml", 6)
        assert await web.fetch(upload) == b"<gpx/>"
        assert await web.fetch(Upload("dm:nobody/x", "x", "x", 1)) is None


async def test_files_that_are_too_big_or_empty(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        big = PNG + bytes(IMAGE)
        assert await anna.upload("dm", "big.png", big, "image/png") == (413, {"why": "too_big"})
        assert await anna.upload("dm", "empty.txt", b"", "text/plain") == (413, {"why": "empty"})


async def test_health(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as someone:
        await someone.open()
        assert (await someone.get("/healthz"))[0] == 200
        assert (await someone.get("/readyz"))[0] == 200
        async with someone.session.get(f"{someone.base}/metrics") as answer:
            assert "jiayou_web_pages 1\n" in await answer.text()


async def test_words_are_served_whole_and_the_same_in_both_languages(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as someone:
        _, english = await someone.get("/api/words/en")
        _, chinese = await someone.get("/api/words/zh-Hans")
        assert english.keys() == chinese.keys()
        assert english["web-room-about"] == "Members: {count}"
        assert (await someone.get("/api/words/xx"))[0] == 404


def test_buckets_refill() -> None:
    bucket = Bucket(2, 1.0)
    assert [bucket.take(at) for at in (10.0, 10.0, 10.0, 11.0, 11.5)] == [True, True, False, True, False]
    attempts = Attempts(kept=2)
    assert [attempts.take("a", 0.0) for _ in range(6)] == [True] * 5 + [False]
    assert attempts.take("b", 0.0)


def test_frames_are_parsed_at_the_edge() -> None:
    given = b'{"t":"say","id":"0f8fad5b-d9cb-469f-a165-70867728950e","chat":"dm","text":"hi","put":1}'
    frame = FRAME.validate_json(given)
    assert isinstance(frame, Say)
    assert (frame.text, frame.files) == ("hi", ())
