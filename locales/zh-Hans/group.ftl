# 群里说的话，以及私聊里关于挑战的话。

group-hello =
    大家好，我是**加油**（Jiayou），健身教练，是AI，不是医生。在群里我负责组织挑战、更新排行；只读发给我的消息。
    • /challenge 发起挑战，也可以@教练直接说：“7天每天8000步，输的请奶茶”
    • 记录：/log 跑了5公里，或者@教练，或者回复排行消息
    • 个人计划和私人的事，请私聊我
group-help =
    在群里我帮大家记录、组织挑战：
    • /log 跑了5公里，或者@教练说“走了8400步”
    • /challenge 发起挑战，/join 加挑战码 把挑战带进这个群，/board 看排行，/undo 撤销你的上一条
    • /leave 退出挑战，/end 结束你发起的挑战，/why 看你的得分，/language 换语言
    • 计划、问题和私人的事：请私聊我
group-unclear = 在群里我只记录和组织挑战：“跑了5公里”、/challenge、/help。其他的请私聊我。
group-not-in = 记下了。你还没有加入 **{ $title }**：点一下，今天就算上。
group-counts-from = 记下了。按你当地的日期，**{ $title }**从{ $first }起计入。
group-private = 这是私人的事，请私聊我。
group-red-flag = 我已经私聊你了，请马上看一下。
group-say-again = 请说清楚再发一次：{ $options }。
group-not-yours = 只有写下这条的人才能点。
group-log-how = 你做了什么？比如：/log 跑了5公里30分钟
group-language = 我在这个群里说哪种语言？
group-language-set = 好的，在这个群里我说中文。

challenge-made = 🏁 **{ $title }**开始啦，规则和排行马上就来。
challenge-join-how = 发送 `/join` 加上挑战码，比如 `/join K7P2QX`。
challenge-none = 你现在没有参加挑战。在群里用 /challenge 发起一个，或者用 `/join` 加挑战码加入。
challenge-leave-which = 想退出哪一个？
challenge-why-sent = 你的得分已经私聊发给你了。
challenge-why-unreachable = 先私聊我一次，之后我就能在那里给你看得分。
