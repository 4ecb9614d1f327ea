# 设置、提醒，以及教练主动说的话。

language-en = English
language-zh-Hans = 中文

settings-title = **你的设置**
settings-language = 语言：{ $name }
settings-zone = 时区：{ $zone }，当地现在 { $now }{ $said ->
    [assumed] （我猜的）
   *[said] { "" }
}
settings-remind-on = 提醒：每天 { $at }，每周最多 { $most } 次
settings-remind-off = 提醒：已关闭。你找我，我才说话。
settings-paused = 已暂停，到{ $date }为止（含当天）
settings-quiet = 免打扰：{ $start }–{ $end }
settings-quiet-none = 免打扰：没有
settings-units = 单位：{ $load }、{ $distance }
settings-unit-kg = 公斤
settings-unit-lb = 磅
settings-unit-jin = 斤
settings-unit-km = 公里
settings-unit-mile = 英里
settings-day-start = 你的一天从 { $at } 开始：在那之前做的算前一天
settings-talk = 与语言模型闲聊：{ $state ->
    [on] 开
   *[off] 关
}

settings-button-zone = 🌍 时区
settings-button-remind = ⏰ 提醒
settings-button-remind-on = ⏰ 打开提醒
settings-button-remind-off = 不要提醒
settings-button-quiet = 🌙 免打扰
settings-button-quiet-off = 不设免打扰
settings-button-move-quiet = 调整免打扰时间
settings-button-pause = ⏸ 暂停一周
settings-button-resume = ▶️ 现在继续
settings-button-less = 🔉 少发一点
settings-button-more = 🔊 恢复原来的频率
settings-button-units = 📏 单位
settings-button-talk-on = 💬 打开闲聊
settings-button-talk-off = 💬 关闭闲聊

## 语言与时区

language-which = 我们用哪种语言？
language-unknown = 我会说中文和英文。用哪一种？
language-now = 好，我们说中文。

zone-ask = 你在哪个城市？这样我的钟就和你的一样。
zone-unknown = 这个地方我没能对上时区。离你最近的大城市是哪个？比如“成都”“温哥华”，或者写“America/Lima”这样的时区。
zone-now = 你的时区是 { $zone }，当地现在 { $now }。

## 提醒

remind-when = 什么时候提醒你？点一个时间，或者直接写：“每天6点45提醒我”。
remind-set = 提醒设好了：每天 { $at }，每周最多 { $most } 次；当天已经动过就不打扰。
remind-stays = 提醒时间是当地 { $at }。
remind-zone = 按你在 { $zone } 的时间，当地现在 { $now }。
remind-zone-assumed = 我先按 { $zone } 算，当地现在 { $now }。你在哪个城市？
remind-off = 提醒已关闭，你找我我才说话。想再打开，就说“每天18点提醒我”。
remind-declined = 好，那就不提醒。改主意了就说“每天18点提醒我”。
remind-in-quiet = { $at } 在你的免打扰时间里（{ $start }–{ $end }），所以还没设。要把免打扰改成 { $new }–{ $until } 吗？还是换个时间？

less-now = 好，少发一点：每周最多 { $most } 条。
less-off-anyway = 现在提醒是关着的，本来也不会发。
less-fewest = 已经是每周最多一条了。我也可以完全不发。
more-now = 恢复为每周最多 { $most } 条。

snooze-set = 好，{ $date } { $at } 再来找你。
snooze-moved = 那会儿是你的免打扰时间，等结束后再来：{ $date } { $at }。

quiet-now = 记下了，这段时间我不主动发消息：
quiet-which = 哪段时间要安静？点一个，或者直接写“免打扰 22:00 到 8:00”。
quiet-moves-reminder = 你 { $at } 的提醒落在里面，改到 { $end } 再发。

## 暂停与停止

pause-illness = 好好养病。发烧时不要训练；好了以后先做一半，看看身体感觉。
pause-travel = 一路顺风。在新地方多走走，就是训练。
pause-period = 放轻松。动一动舒服就动，想歇就歇，都对。
pause-exams = 考试加油。看两章书，走十分钟，脑子更清楚。
pause-holiday = 假期愉快。休息也是计划的一部分。
pause-injury = 听着就疼。给它时间；如果肿了、不能受力或一直不好，请去看医生。
pause-other = 需要多久就歇多久。
pause-until = 到{ $date }为止（含当天）我不主动打扰。做过的都还在，你写给我，我照样回。
resume-now = 欢迎回来，暂停结束了。

stop-done = 好了，我不再主动发任何消息。你写给我，我照样回。想再打开，就说“每天18点提醒我”，或点下面的按钮。

talk-consent-on = 闲聊已打开：规则答不了的话会交给语言模型，连同它需要知道的关于你的情况。
talk-consent-off = 闲聊已关闭：你写的内容不会再交给语言模型。计划、记录、挑战和提醒照常。

## 主动发的消息。title 是训练名称。

nudge-session-1 = 今天有**{ $title }**，大约 { $minutes } 分钟。现在方便吗？
nudge-session-2 = 今天的训练：**{ $title }**，{ $minutes } 分钟。最难的是头五分钟，之后就顺了。
nudge-session-3 = 今天还有 { $minutes } 分钟的**{ $title }**在等你。做一半也算数。
nudge-session-4 = 换鞋出发？**{ $title }**，大约 { $minutes } 分钟，练完晚上就是你的。
nudge-checkin-1 = 今天过得怎么样？动了的话，写几个字，我帮你记下。
nudge-checkin-2 = 简单问一句：今天做了什么运动？散步、爬楼、拉伸，都算。
nudge-checkin-3 = 今天能抽出十分钟动一动吗？写下做了什么，就进你的记录。
nudge-checkin-4 = 来看看你：还好吗？今天动了没有？
nudge-rest-1 = 今天没有训练：休息的时候，练的才变成自己的。感觉怎么样？
nudge-rest-2 = 计划里今天休息。想散散步也好，什么都不做也行。
nudge-rest-3 = 今天没有安排。要是动了，告诉我，我记下来。
nudge-rest-4 = 休息日。今晚好好睡，进步有一半在睡眠里。
nudge-farewell = 我的提醒一直没有回音，就先不打扰你了。你的记录和计划都在，什么时候写给我，我们就接着来。

nudge-button-done = ✅ 完成
nudge-button-session = 看看训练
nudge-button-snooze = ⏰ 1 小时后
nudge-button-less = 少发这种
nudge-button-stop = 停止
nudge-button-why = 为什么？
nudge-button-again = 继续提醒我

nudge-why = 为什么发这条：
nudge-why-nothing = 我还没有主动给你发过消息。
rule-nudge-time = 你要我在 { $at } 提醒（{ $zone }）。
rule-nudge-session = 那天计划里有 { $minutes } 分钟的训练，还没有标记完成。
rule-nudge-nothing-logged = 那天的记录里还没有内容。
rule-nudge-farewell = 前面几条没有回音，这一条是来告别的。
rule-nudge-count = 这是七天里的第 { $count } 条；最多 { $most } 条，除非你要求，一天不会有两条。
rule-nudge-quiet = 免打扰时间 { $from }–{ $until } 里我不发。
rule-nudge-taper = { $weekly } 条没有回音后我每周只写一次，{ $stop } 条之后就停下。
