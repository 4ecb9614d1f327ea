"""Groups that are joined, left, gone, or that move."""

from __future__ import annotations

from core.events import Author, ChatChanged
from core.messages import AccountRef, ChatRef, Send
from tests.handlers.boards import challenge, cid_in, code, group_doc, in_group, living
from tests.handlers.dialogue import Out, World


async def test_hello_once_in_the_language_of_who_brought_it(world: World) -> None:
    li = in_group(world, "1", "李雷", language="zh-CN")
    event = ChatChanged("telegram:j", world.now, li.chat, li.author, change="joined", title="跑友")
    out = await world.handle(event)
    (hello,) = out.effects
    assert isinstance(hello, Send)
    assert "加油" in hello.message.text
    assert out.actions == ["challenge"]
    assert (await world.handle(event)).effects == []
    known = await group_doc(world, li.chat)
    assert known is not None
    assert known.title == "跑友"


async def test_people_may_speak_otherwise_than_who_brought_it(world: World) -> None:
    ann = in_group(world, "1", "Ann")
    await ann.changed("joined", title="跑友")
    li = in_group(world, "2", "李雷", language="en")
    assert "谁先" in (await li.say("谁先跑满50公里")).text


async def test_put_out_of_one_chat_the_board_lives_on_in_another(world: World) -> None:
    ann = in_group(world, "1", "Ann")
    bob = in_group(world, "2", "Bob", "G2")
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    await bob.command(f"/join {await code(world, cid)}")
    assert (await ann.changed("left")).effects == []
    assert [bound.chat for bound in (await challenge(world, cid)).chats] == [bob.chat]
    out = await bob.say("9000 steps")
    assert len(living(out.effects, cid)) == 1
    assert out.to(ann.chat) == []


async def test_a_topic_of_a_chat_that_is_gone_is_gone_too(world: World) -> None:
    ann = in_group(world, "1", "Ann")
    ann.chat = ChatRef("telegram", "G1", "group", "77")
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    vanished = ChatChanged(
        "telegram:out:1",
        world.now,
        ChatRef("telegram", "G1", "group"),
        Author(AccountRef("telegram", "G1"), ""),
        change="left",
    )
    await world.handle(vanished)
    assert (await challenge(world, cid)).chats == ()


async def test_back_in_the_chat_the_board_is_shown_on_demand(world: World) -> None:
    ann = in_group(world, "1", "Ann")
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    await ann.changed("left")
    await ann.changed("joined")
    assert len(living((await ann.command("/board")).effects, cid)) == 1
    assert len(living((await ann.say("9000 steps")).effects, cid)) == 1


async def test_a_group_that_moves_takes_its_board_along_once(world: World) -> None:
    ann = in_group(world, "1", "Ann")
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    await ann.command("/language zh")
    successor = ChatRef("telegram", "-100", "group")

    async def moved(event_id: str) -> Out:
        event = ChatChanged(event_id, world.now, ann.chat, ann.author, change="migrated", successor=successor)
        return await world.handle(event)

    out = await moved("telegram:m1")
    assert len(living(out.effects, cid, successor)) == 1
    assert (await moved("telegram:m1")).effects == []
    assert (await moved("telegram:m2")).effects == []
    known = await group_doc(world, successor)
    assert known is not None
    assert (known.challenges, known.language) == ((cid,), "zh-Hans")
    there = in_group(world, "1", "Ann", "-100")
    assert len(living((await there.say("9000 steps")).effects, cid, successor)) == 1


async def test_a_move_told_late_keeps_what_began_in_the_new_group(world: World) -> None:
    ann, there = in_group(world, "1", "Ann"), in_group(world, "1", "Ann", "-100")
    old = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    new = cid_in(await there.command("/challenge first to 10 km running"))
    await ann.changed("migrated", successor=there.chat)
    known = await group_doc(world, there.chat)
    assert known is not None
    assert known.challenges == (old, new)


async def test_changes_of_unknown_groups_do_nothing(world: World) -> None:
    ann = in_group(world, "1", "Ann", "G404")
    assert (await ann.changed("left")).effects == []
    assert (await ann.changed("migrated", successor=ChatRef("telegram", "-1", "group"))).effects == []
    assert (await ann.changed("migrated")).effects == []
    assert await group_doc(world, ann.chat) is None
