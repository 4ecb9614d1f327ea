# 挑战与排行榜。名字和约定已转义；日期、目标、标题以文字传入。

## 目标与标题

challenge-goal = { $unit ->
    [steps] 走 { $value } 步
    [minutes] 运动 { $value } 分钟
    [km] 走路或跑步 { $value } 公里
    [reps] 做 { $value } 个
    [days] 运动 { $value } 天
   *[sessions] 锻炼 { $value } 次
}
challenge-goal-activity = { $unit ->
    [steps] 走 { $value } 步
    [minutes] { $activity } { $value } 分钟
    [km] { $activity } { $value } 公里
    [reps] { $activity } { $value } 个
    [days] { $activity } { $value } 天
   *[sessions] { $activity } { $value } 次
}

challenge-title-total = { $days } 天比一比：{ $unit ->
    [steps] 谁走的步数最多
    [minutes] 谁的运动时间最长
    [km] 谁走路跑步的里程最长
    [reps] 谁做得最多
    [days] 谁的运动天数最多
   *[sessions] 谁的锻炼次数最多
}
challenge-title-total-activity = { $days } 天比一比：{ $unit ->
    [steps] 谁走的步数最多
    [minutes] 谁的{ $activity }时间最长
    [km] 谁的{ $activity }里程最长
    [reps] 谁的{ $activity }个数最多
    [days] 谁的{ $activity }天数最多
   *[sessions] 谁的{ $activity }次数最多
}
challenge-title-daily_goal = { $days ->
    [1] 就这一天：{ $goal }
   *[other] { $days } 天，每天{ $goal }
}
challenge-title-times_per_week = { $weeks ->
    [0] { $days } 天，每周{ $goal }
    [1] 一周内{ $goal }
   *[other] { $weeks } 周，每周{ $goal }
}
challenge-title-race = 看谁先完成：{ $goal }

## 规则卡

challenge-card-title = 🏁 **{ $title }**
challenge-card-period = 📅 { $first } 至 { $last }
challenge-card-one-day = 📅 { $first }
challenge-card-weekdays = 只算周一到周五，周末自由安排。
challenge-card-target = 🎯 每人目标：{ $goal }
challenge-card-stake = 🤝 朋友间的约定：{ $stake }
challenge-card-days = 每个人按自己所在时区的日子算，一天到凌晨 3 点为止；之后 24 小时内还可以补记。
challenge-card-cap = 每天最多计入 { $amount }，不用硬撑。
challenge-card-times = 一天算一次，每周达标为止：休息日也是计划的一部分。
challenge-card-weekly = 每周达标为止：休息日也是计划的一部分。
challenge-card-sets = 力量训练没记时间的，每组按两分钟算。
challenge-card-late = 来晚了？随时可以加入，从加入那天开始算。
challenge-card-ties = 成绩相同，名次并列。
challenge-card-race = 谁先记录达标谁赢。达标 15 分钟后结束，记错了还来得及撤销。
challenge-card-end = `/challenge 退出` 可以退出；发起人可以用 `/challenge 结束` 提前结束。
challenge-card-code = 在别的聊天里加入：`/join { $code }`

## 发起

challenge-choose = 想来哪种挑战？选一个，或者直接说：“两周，每天一万步，输的请奶茶”。
challenge-template-steps_daily = 7 天，每天 8,000 步
challenge-template-minutes_total = 14 天比运动时间
challenge-template-workouts_weekly = 4 周，每周锻炼 3 次
challenge-template-run_race = 看谁先跑完 50 公里
challenge-private = 挑战要在群里进行：把我拉进群，发送 /challenge 就能发起。想加入已有的挑战，发送 `/join` 加上挑战码。
challenge-shared = 这里也会显示 **{ $title }** 的排行榜：同一张榜，每人只算一次。

## 按钮

challenge-button-join = 💪 我加入
challenge-button-board = 📊 排行榜
challenge-button-why = ❓ 我的成绩
challenge-button-leave = 退出
challenge-button-end-sure = 确定，现在结束
challenge-button-new = 🏁 新挑战

challenge-end-sure = 现在结束 **{ $title }** 吗？目前的榜单就是最终结果。

## 排行榜

board-title = 🏁 **{ $title }**
board-upcoming = { $days ->
    [0] 今天开始。
    [1] 明天（{ $first }）开始，现在加入，一天都不落下。
   *[other] 还有 { $days } 天开始（{ $first }），现在加入，一天都不落下。
}
board-running = { $left ->
    [1] 第 { $day } 天，共 { $days } 天 · 最后一天，加油！
   *[other] 第 { $day } 天，共 { $days } 天 · 还剩 { $left } 天
}
board-grace = 日子都走完了。最后一天结束后 24 小时内还能补记，之后公布结果。
board-ended = 已于 { $date } 结束。
board-rank = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
}
board-line = { $rank } { $name } · { $value }
board-line-bar = { $rank } { $name } { $bar } { $value }
board-line-reached = { $rank } { $name } · { $value } ✅
board-line-start = ▫️ { $name } · 准备出发
board-value = { $unit ->
    [steps] { $value } 步
    [minutes] { $value } 分钟
    [km] { $value } 公里
    [reps] { $value } 个
    [days] { $value } 天
   *[sessions] { $value } 次
}
board-more = …… 还有 { $count } 人
board-empty = 榜上还没有人，第一个来的就是领先者！
board-hint-join = 点“我加入”，或在别的聊天里发送：`/join { $code }`
board-hint-log = 在这里或私聊里直接说就能记录：“{ $example }”
board-example = { $unit ->
    [steps] 今天 8432 步
    [minutes] 散步 30 分钟
    [km] 跑了 5 公里，32 分钟
    [reps] 俯卧撑 3 组，每组 12 个
    [days] 瑜伽 20 分钟
   *[sessions] 健身 45 分钟
}
board-example-activity = { $unit ->
    [minutes] { $activity } 30 分钟
    [km] { $activity } 5 公里
    [reps] { $activity } 3 组，每组 12 个
   *[other] { $activity } 30 分钟
}
board-nameless = 一位朋友
challenge-former-member = 已离开的成员

## 加入与退出

challenge-joined = 你已加入 **{ $title }**，加油！
challenge-joined-late = 你已加入 **{ $title }**。{ $days ->
    [0] 日子已经走完，结果很快揭晓。
   *[other] 还有 { $days } 天可以计入。
} 加油！
challenge-joined-upcoming = 你已加入 **{ $title }**，{ $first } 开始。
challenge-left = 你已退出 **{ $title }**。记录都还是你的，挑战结束前随时可以回来。
challenge-handed-over = 从现在起，**{ $title }** 由 { $name } 负责。

challenge-toast-joined = 加入成功，加油！
challenge-toast-already = 你已经在里面了，继续加油！
challenge-toast-created = 挑战开始！
challenge-toast-made = 刚刚已经有人发起了，点“我加入”就行。
challenge-toast-not-asked = 这是问别人的。想退出请发送 /leave。
challenge-ended-now = **{ $title }** 已结束，结果如下。
challenge-toast-board = 排行榜已是最新。

## 结果

challenge-result-title = 🏆 **{ $title }** 结果揭晓
challenge-result-winner = 恭喜 { $name } 以 { $value } 获胜！
challenge-result-tie = 恭喜 { $names } 以 { $value } 并列第一！
challenge-result-nobody = 这次还没有人记录。没关系，定个小一点的目标，随时可以重新出发。
challenge-result-reached = { $count } 人完成了全部目标。🎯
challenge-result-thanks = 不论名次，动起来的每一天都算数。要不要再来一轮？
challenge-result-stake = 🤝 别忘了约定：{ $stake }

## 成绩怎么来的

challenge-why-title = 你在 **{ $title }** 的成绩：{ $value }
challenge-why-none = 还没有计入的记录。从现在起，你的记录会显示在这里。
challenge-why-total = 每天的成绩相加。
challenge-why-daily_goal = 完成当天目标（{ $goal }）就算一天。
challenge-why-times_per_week = 每周的成绩相加，每周算到目标（{ $goal }）为止。
challenge-why-race = 每天的成绩相加，到目标（{ $goal }）为止。
challenge-why-day = { $date }：{ $value }
challenge-why-day-ok = { $date }：{ $value } ✅
challenge-why-day-part = { $date }：{ $raw } 中计入 { $value }
challenge-why-since = 你的成绩从 { $first } 开始算。
challenge-why-capped = 超过一天的上限
challenge-why-estimated = 每组按两分钟估算
challenge-why-late = 有记录晚于当天结束后 24 小时
challenge-why-future = 有记录的日期还没到
challenge-why-held = 有记录还待确认
challenge-why-weekend = 周末不计
challenge-why-before_joining = 在你加入之前
challenge-why-after_leaving = 在你退出之后
challenge-why-closed = 结束之后才记录
challenge-why-once_a_day = 一天算一次
challenge-why-week_full = 本周目标已经达成

## 做不到的事

challenge-refused-already_in = 你已经在这个挑战里了。
challenge-refused-ended = 这个挑战已经结束了，要不要发起一个新的？
challenge-refused-full = 这个挑战已满，共 { $max } 人参加。
challenge-refused-not_member = 你还没有参加这个挑战。
challenge-refused-not_owner = 只有发起人可以结束挑战。
challenge-refused-too_many_chats = 这张榜已经在 { $max } 个聊天里显示，放不下更多了。
challenge-refused-unknown_code = 没有找到挑战码 `{ $code }`，请核对一下：六位字母和数字。
challenge-refused-no_challenge = 这里还没有进行中的挑战。发送 /challenge 发起一个吧。
challenge-refused-target_missing = 比谁先完成，需要一个终点。要多远，或者多少个？
challenge-refused-target_range = 目标要大于零。
challenge-refused-target_unreachable = 这超过了能计入的上限：最多 { $most }。目标小一点，或者天数多一点就行。
challenge-refused-days_range = 挑战可以是 1 到 { $max } 天，{ $days } 天不行。
challenge-refused-no_weekdays = 这段时间里没有工作日。多加几天，还是周末也算？
challenge-refused-start_past = 开始日期已经过去了，从今天开始好吗？
challenge-refused-start_far = 开始日期太远了，最多提前 { $max } 天。
challenge-refused-unknown_activity = 我还不认识这项运动，具体是哪一种？
challenge-refused-activity_missing = 做哪个动作？比如：“每天 50 个俯卧撑”。
challenge-refused-not_measured = { $activity }不适合这样计算，按分钟或次数都可以。
challenge-refused-never_ranked = 这里从不比体重和热量：对人没有好处。比步数、时间、里程或锻炼次数怎么样？
