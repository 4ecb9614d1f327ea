# 记录下来的内容怎样复述，一段一段来。

line-separator = { " · " }
list-separator = 、

day-today = 今天
day-yesterday = 昨天
day-tomorrow = 明天

duration = { $sign ->
    [minus] −
   *[plus] { "" }
}{ $shape ->
    [h] { $hours }小时
    [hm] { $hours }小时{ $minutes }分钟
    [hms] { $hours }小时{ $minutes }分{ $seconds }秒
    [m] { $minutes }分钟
    [ms] { $minutes }分{ $seconds }秒
   *[s] { $seconds }秒
}

entry-nothing = 记录
entry-rest-day = 休息日
entry-reps = { $sets ->
    [1] { $reps }个
   *[other] { $sets }组×{ $reps }个
}
entry-reps-load = { $sets ->
    [1] { $load }×{ $reps }次
   *[other] { $load } · { $sets }组×{ $reps }次
}
entry-hold = { $sets ->
    [1] { $hold }
   *[other] { $sets }组×{ $hold }
}
entry-hold-load = { $sets ->
    [1] 负重{ $load } · { $hold }
   *[other] 负重{ $load } · { $sets }组×{ $hold }
}
entry-load = { $sets ->
    [1] { $load }
   *[other] { $load }×{ $sets }组
}
entry-sets = { $sets }组
entry-set = { $load }×{ $reps }次
entry-count = { $reps }
entry-set-list = { $list }
entry-reps-list = { $list }个
entry-reps-list-load = { $load } · { $list }次
entry-mass = { $value }{ name-unit }
entry-length = { $value }{ $unit ->
    [m] 米
    [yd] 码
    [mile] 英里
   *[km] 公里
}
entry-intervals = { $sets }×{ $each }
entry-steps = { NUMBER($steps) }步
entry-floors = { $floors }层
entry-pace = 配速{ NUMBER($minutes, useGrouping: 0) }'{ $seconds }"{ $per ->
    [mile] /英里
    [m100] /100米
    [yd100] /100码
    [m500] /500米
   *[km] { "" }
}
entry-speed = { $unit ->
    [mile] 时速{ $value }英里
   *[km] 时速{ $value }公里
}
entry-incline = 坡度{ $value }%
entry-avg-bpm = 平均心率{ $bpm }
entry-rpe = RPE { $value }
entry-rir = 余力{ $value }次
entry-pause = 间歇{ $duration }
entry-sleep = 睡眠{ $duration }
entry-nap = 小睡{ $duration }
entry-awakenings = { $count ->
    [0] 中途没醒
   *[other] 醒了{ $count }次
}
entry-pressure = 血压{ $systolic }/{ $diastolic } mmHg
entry-pulse = 心率{ $bpm }
entry-resting = 静息心率{ $bpm }
entry-oxygen = 血氧{ $value }%
entry-glucose = { $when ->
    [fasting] 空腹血糖
    [before_meal] 餐前血糖
    [after_meal] 餐后血糖
    [bedtime] 睡前血糖
   *[any] 血糖
}{ $value } { $unit ->
    [mgdl] mg/dL
   *[mmol] mmol/L
}
entry-temperature = 体温{ $value }{ $unit ->
    [f] ℉
   *[c] ℃
}
entry-weight = 体重{ $mass }
entry-weight-change = 体重{ $way ->
    [down] 减少
   *[up] 增加
}{ $mass }
entry-height = 身高{ $height }
entry-tall = { $unit ->
    [ft] { $value }英尺{ $inches }英寸
   *[cm] { $value }厘米
}
entry-water = 喝水{ NUMBER($ml) }毫升

# 理由：先说规则，再说出处。

reason-sourced = { $text }（{ $source }）
reason-line = • { $text }

# 一次训练和一份计划。

session-head = **{ $title }** · { $date } · 约{ $minutes }分钟 · 第{ $week }周，共{ $weeks }周
session-line = • { $text }
session-note = *{ $text }*

overview-head = **{ $title }**
overview-frame = 共{ $weeks }周，每周{ $days }天，每次约{ $minutes }分钟，从{ $date }开始。
overview-week = **第一周**
overview-session = • { $weekday }：{ $title }，{ $minutes }分钟
overview-aims = **配合的目标**
overview-steps = • 每天约{ NUMBER($steps) }步
overview-aerobic = • 慢慢做到每周有氧{ $minutes }分钟，走路也算
overview-energy = • 每天约{ NUMBER($kcal) }千卡
overview-protein = • 每天蛋白质{ $low }–{ $high }克

# 有两种读法的内容。

doubt-unit = { $name }：用的是哪个单位？
doubt-load-or-sets = { $name }：{ $number }是重量，还是组数？
doubt-distance-or-steps = 是{ $distance }，还是{ $steps }？
doubt-which-activity = { $what }：做的是哪项运动？
doubt-weight = 体重
doubt-option-kg = 公斤
doubt-option-lb = 磅
doubt-option-jin = 斤
doubt-option-km = 公里
doubt-option-mile = 英里
doubt-option-load = 重量
doubt-option-sets = 组数
doubt-option-distance = 距离
doubt-option-steps = 步数

# 看起来不太真实的内容，what 是读到的记录。

held-whole = { $why }{ $then }
held-then = { $verdict ->
    [review] 我先留着，等你确认后再计入。
   *[reject] 所以我没有记下来，请按实际情况再发一次。
}
held-future-date = { $what }：那一天还没到，我只记录已经完成的。
held-old-date = { $what }：那是一年多以前的事了。
held-negative = { $what }：数字不会小于零。
held-zero = { $what }：里面有个零。
held-faster-than-record = { $what }：这比世界纪录还快，可能有个数字写错了。
held-fast = { $what }：这接近世界顶尖水平了。真是这样就太厉害了，不过也可能有个数字写错了。
held-distance-long = { $what }：一天之内几乎没人能走这么远。
held-duration-long = { $what }：一次运动几乎不会这么久。
held-floors-high = { $what }：一天之内几乎没人爬这么高。
held-bpm-range = { $what }：心率不在25到230之间，很可能是测错了。请再测一次；如果还是这样，或者你不舒服，请就医。
held-reps-high = { $what }：一天之内几乎没人做这么多。
held-load-high = { $what }：几乎没人举得起这么重。单位对吗？
held-hold-long = { $what }：几乎没人能坚持这么久。
held-rpe-range = { $what }：自感强度（RPE）是1到10。
held-steps-high = { $what }：一天之内几乎没人走这么多步。
held-cadence-high = { $what }：一分钟走不了这么多步，步数或时间可能写错了。
held-sleep-range = { $what }：这个睡眠时长不太寻常。
held-bp-range = { $what }：血压应在60–260/30–160之间，而且高压要明显大于低压。请再量一次；如果不舒服，请就医。
held-spo2-range = { $what }：血氧在50%到100%之间。请把手捂暖、保持不动，再测一次；如果不舒服，请就医。
held-glucose-range = { $what }：血糖应在{ $low }到{ $high } { $unit ->
    [mgdl] mg/dL
   *[mmol] mmol/L
}之间。请再测一次；如果不舒服，请就医。
held-temp-range = { $what }：体温应在{ $low }到{ $high }{ $unit ->
    [f] ℉
   *[c] ℃
}之间。请再量一次；如果不舒服，请就医。
held-weight-range = { $what }：体重应在{ $low }到{ $high }之间。单位对吗？
held-weight-jump = { $what }：和我知道的体重差很多。单位对吗？
held-weight-change-high = { $what }：这个变化非常大。
held-water-high = { $what }：一天喝这么多对身体不好。
held-model-reading = 我理解的是：{ $what }。对吗？

# 不可能正确的个人资料。

implausible-height-cm = 我读到身高{ $value }，可以接受的是{ $low }到{ $high }。你多高？
implausible-weight-kg = 我读到体重{ $value }，可以接受的是{ $low }到{ $high }。你的体重是多少？
implausible-goal-weight-kg = 我读到目标体重{ $value }，可以接受的是{ $low }到{ $high }。你的目标是多少？
implausible-dumbbell-kg = 我读到哑铃重{ $value }，可以接受的是{ $low }到{ $high }。你最重的哑铃有多重？
implausible-age = 我读到年龄{ $value }岁，可以接受的是{ $low }到{ $high }岁。你多大了？
implausible-birth-year = 我读到出生年份{ $value }，可以接受的是{ $low }到{ $high }。你是哪年出生的？
implausible-days-per-week = 我读到每周{ $value }天，可以是{ $low }到{ $high }天。每周几天合适？
implausible-minutes-per-session = 我读到每次{ $value }分钟，可以是{ $low }到{ $high }分钟。每次有多少分钟？
implausible-pair = 身高和体重对不上（{ $value }）。能带上单位把两个再发一次吗？
