# 为什么这样决定：每条规则一句话。

name-template = { $template ->
    [weight_mix] 快走加简单的全身力量
    [full_body] 全身力量训练
    [upper_lower] 上下肢交替训练
    [push_pull_legs] 推、拉、腿交替训练
    [walk_run] 跑走结合
    [running] 以轻松跑为主的跑步计划
    [endurance] 轻松耐力加一些力量
    [health] 活动加力量的组合
    [mobility] 灵活性训练
    [stress] 舒缓活动加呼吸练习
    [older] 力量、步行和平衡
    [pregnancy] 适合孕期的温和活动
    [youth] 有趣的全面锻炼
   *[gentle] 温和的活动
}
name-goal = { $goal ->
    [lose_weight] 减重
    [build_muscle] 增肌
    [get_stronger] 增强力量
    [endurance] 提高耐力
    [mobility] 改善灵活性
    [stress] 减轻压力
    [event] 你的比赛
   *[health] 健康
}
name-part = { $part ->
    [knee] 膝盖
    [lower_back] 腰部
    [shoulder] 肩膀
    [wrist] 手腕
    [elbow] 手肘
    [neck] 颈部
    [hip] 髋部
    [ankle] 脚踝
    [foot] 足部
    [hamstring] 大腿后侧
    [calf] 小腿
    [chest] 胸部
    [upper_back] 上背
   *[groin] 腹股沟
}
name-scheme = { $scheme ->
    [china_2024] 《中国高血压防治指南》2024版
    [esc_2024] 2024年欧洲指南
    [acc_aha_2025] 2025年美国指南
    [china] 中国标准
   *[ada] 美国糖尿病协会标准
}
name-unit = { $unit ->
    [mile] 英里
    [lb] 磅
    [jin] 斤
    [kg] 公斤
   *[km] 公里
}

rule-template = 每周{ $days }天，我选了{ name-template }。
rule-goal = 你的目标：{ name-goal }。
rule-assumed-goal = 你还没说目标，所以先按保持健康来安排。
rule-assumed-days = 你还没说每周能练几天，我先按{ $days }天安排。
rule-assumed-minutes = 你还没说每次有多少时间，我先按{ $minutes }分钟安排。
rule-assumed-equipment = 你还没说有什么器械，所以全部动作都不需要器械。
rule-assumed-experience = 你还没说锻炼经验，所以从新手水平开始。
rule-age-unknown = 我还不知道你的年龄，所以不设心率和热量的数字。
rule-assumed-activity = 你还没说平时活动多不多，估算时先按久坐来算。
rule-not-screened = 健康问题还没有回答，所以强度先保持在轻到中等。
rule-screen-flagged = 考虑到你说的健康情况，在医生同意之前，强度保持在轻到中等。
rule-screen-expired = 上次的健康问答已超过一年，更新之前强度保持在轻到中等。
rule-older-balance = 65岁以后，每周三天练平衡有助于防跌倒，所以大多数训练里都有平衡练习。
rule-minor = 你还不满18岁：多样、轻负荷、动作标准，不设体重目标，也不测最大力量。请把计划给家长或监护人看看。
rule-pregnancy = 孕期保持中等强度，还能正常说话；不做仰卧、俯卧和跳跃动作。请先问过产科医生；出血、头晕、胸痛或宫缩时立即停止。
rule-ed-support = 这份计划是为了让你的身体感觉舒服，不设体重和热量目标。如果吃饭这件事让你很难受，你值得得到专业的帮助。
rule-injury = 你的{ name-part }：我去掉了通常会加重它负担的动作。如果哪里疼，就停下来告诉我。
rule-condition = { $condition ->
    [heart] 你提到心脏问题：只做轻到中等强度，并请先和医生商量这份计划。
    [hypertension] 你提到高血压：不做长时间静力动作，不憋气，每组都留有余力。
    [diabetes] 你提到糖尿病：随身带点糖，训练前后看看血糖。
    [diabetes_insulin] 你在用胰岛素：训练前测血糖，随身带快糖，有变化和医生商量。
    [asthma] 你提到哮喘：慢慢热身，随身带好吸入器。
    [kidney] 你提到肾脏问题：我不给蛋白质的数字，训练也请先和医生商量。
    [epilepsy] 你提到癫痫：不要独自游泳或攀爬，所以计划里没有这些。
   *[joint] 你提到关节问题：动作放慢，只在不疼的范围内做。
}
rule-effort-not-heart-rate = 现在心率不适合用来衡量你的强度，请看感觉：还能不能说话？
rule-strength-days = { $days ->
    [1] 每周一天力量训练是个开始，建议至少两天。
   *[other] 每周{ $days }天力量训练，建议至少两天。
}
rule-sets-per-muscle = 单个部位每周最多{ $sets }组（{ name-muscle }），你现在的水平我控制在{ $limit }组以内。
rule-double-progression = 先把次数加到上限，再加一点重量（或换更难的动作），然后从下限重新开始。
rule-48-hours = 同一部位的高强度训练至少间隔48小时，肌肉是在休息时变强的。
rule-aerobic = 有氧：第一周{ $first }分钟，之后增加到{ $most }分钟。公认的建议是每周{ $goal }分钟，平时走的路也都算。
rule-joint-friendly = 有氧选了{ name-activity }，可以避开不舒服的部位。
rule-walk-run = 短跑段加走路休息；每周每段多跑15秒，总时长大致不变。
rule-ten-percent = 每周最多增加约10%。
rule-why-asked = 每个回答都让计划更合适：练多少、多用力、用什么练、避开什么。跳过的，我就按稳妥的来。
rule-why-readiness = 用力运动对大多数人是安全的，但不是对每个人都可以马上开始。七个问题能找出应该先问医生的人；答案决定计划可以有多大强度。
rule-rest-day = 身体是在两次训练之间适应的，所以计划特意留出空的日子。
rule-starter = 这是适合所有人的第一周：公认的建议（多数日子动一动，每周两天力量），从轻松的一端开始。
rule-starter-easy = 我对你了解还不多，只能先这样；再说几样情况，就能变成你自己的计划。
rule-note-who-reached = 成年人建议每周活动150分钟；快走按一倍算，跑步之类按两倍算。（WHO 2020）
rule-note-week-minutes = 成年人建议每周活动150分钟；快走按一倍算，跑步之类按两倍算。（WHO 2020）
rule-note-week-minutes-over = 成年人建议每周活动150分钟；快走按一倍算，跑步之类按两倍算。（WHO 2020）
rule-note-strength-days = 建议每周至少两天练到全身主要肌肉。（WHO 2020）
rule-note-best-1rm = 用你最好的一组（不超过十次）估算：重量 ×（1 + 次数 ÷ 30）。（Epley）
rule-note-bp = 我把你的读数和那里提到的指南分级做了比较。单次数值会随压力、咖啡和活动波动。
rule-note-sleep = 我把你这一晚和同龄人的建议时长做了比较。（美国国家睡眠基金会 2015）
rule-easier-week = 第{ $week }周轻松一些，组数约减半，恢复好了才能更强。
rule-steps = 现阶段每天{ NUMBER($steps) }步是不错的目标。一万步以内好处就已经得到大半。
rule-energy = 每天大约{ $kcal }千卡（你的需要约{ $need }千卡），大概每周轻{ $loss }公斤。这是估算，上下差一成。
rule-energy-floor = { $why ->
    [resting] 我不会低于{ $kcal }千卡，大约是身体静息时的消耗。慢一点，但更容易坚持。
   *[floor] 没有医生指导，我不会低于{ $kcal }千卡。慢一点，但更容易坚持。
}
rule-energy-needs-facts = 要估算热量，我需要年龄、身高和体重。不说也可以照样练。
rule-no-deficit = { $why ->
    [minor] 不满18岁，我不安排热量缺口，也不安排减重，长身体最重要。
    [pregnant] 孕期和哺乳期，我不安排热量缺口。
    [underweight] 你的体重（或目标体重）低于适宜范围，所以我不安排减重，先把力气和状态养好。
    [see_doctor] 使用胰岛素时，少吃要先和医生商量，所以我不给热量数字。
    [no_room] 对你来说，再少吃并没有好处，所以我不给热量数字，多动一动就够了。
   *[other] 这里我不给热量数字。
}
rule-protein = 每天{ $low }–{ $high }克蛋白质有助于训练，分到各餐里吃。
rule-progress-wait = 用这个重量练两次再看，比一次更可靠。
rule-progress-hold = 还不是每组都达到目标，重量先不变。
rule-progress-increase = 连续两次都比目标多做两次，重量加一级。
rule-progress-decrease = 连续两次没达到，重量减一点：先把动作做好，再加回来。
rule-progress-add-reps = 还在次数范围内，先多做一两次。
rule-progress-small-steps = 下一级重量会增加超过10%，先用这个重量多做几次。

# 记录之后值得一说的事。

note-longest = { $distance }{ name-unit }：{ $days }天以来最远的一次（{ name-activity }）。
note-again = 隔了{ $days }天重新开始（{ name-activity }），慢慢来正合适。
note-who-reached = 本周活动{ $minutes }分钟，已达到每周{ $goal }分钟的建议量。
note-week-minutes = 本周活动{ $minutes }分钟{ $double ->
    [yes] （强度大的按两倍算）
   *[no] { "" }
}，建议量是{ $goal }分钟，还差{ $left }分钟。
note-week-minutes-over = 本周活动{ $minutes }分钟，超过了建议的{ $goal }分钟。
note-week-distance = 本周到现在{ name-activity }{ $distance }{ name-unit }，上周一共{ $last }{ name-unit }。
note-best-1rm = 60天内最好的估算最大力量（{ name-activity }）：{ $load }{ name-unit }，之前是{ $before }{ name-unit }。
note-most-reps = 这次{ name-activity }共{ $reps }个，是60天内最多的一次（之前{ $before }个）。
note-strength-days = 本周力量训练{ $days }天，建议至少{ $goal }天。
note-steps-above = { NUMBER($steps) }步：比你平时的{ NUMBER($usual) }步多{ NUMBER($more) }步（最近{ $days }天的中位数）。
note-steps-below = { NUMBER($steps) }步。你平时是{ NUMBER($usual) }步（最近{ $days }天的中位数）。
note-steps-same = { NUMBER($steps) }步，和平时正好一样。
note-steps-distance = 按你的身高，{ NUMBER($steps) }步大约是{ $distance }{ name-unit }。
note-water = 今天到现在喝了{ NUMBER($ml) }毫升。
note-rest = 这周练了{ $days }天之后休息一下，身体正是在休息时变强的。
note-alarm = { $action ->
    [recheck] 这个数值稍微偏离平常，请休息几分钟再测一次。
    [no_training] 发烧了，今天不要训练。休息、多喝水，明天再看。
    [stop_and_eat_carbs] 血糖偏低。请现在吃15–20克快糖，15分钟后复测，回升之前不要训练。
    [repeat_then_urgent_care] 偏高。请安静坐5分钟再量一次，如果还是这么高，今天就联系医生。如有胸痛、气短、无力或说话不清，立刻拨打急救电话。
    [urgent_care] 请今天就去看医生，在那之前不要训练。如果觉得不舒服，请拨打急救电话。
   *[emergency] 这需要马上处理，请立刻拨打急救电话。
}
note-bp = { $systolic }/{ $diastolic } mmHg，按{ name-scheme }属于“{ $band ->
    [normal] 正常
    [elevated] 升高
    [stage_1] 1期
    [stage_2] 2期
    [severe] 重度
    [non_elevated] 未升高
    [hypertension] 偏高
    [high_normal] 正常高值
    [grade_1] 1级
    [grade_2] 2级
   *[grade_3] 3级
}”范围。一次读数不是诊断：静坐5分钟，量两次，多测几天。
note-bp-week = 7天内{ $readings }次读数的平均值：{ $systolic }/{ $diastolic } mmHg，{ $high ->
    [yes] 达到或高于
   *[no] 低于
}{ name-scheme }的家庭血压界值。{ $high ->
    [yes] 可以拿给医生看看，这不是诊断。
   *[no] 这不是诊断，只是一份好记录。
}
note-resting = 静息心率{ $bpm }，你平时是{ $usual }。
note-resting-raised = 静息心率{ $bpm }，连续第三次比平时的{ $usual }高5次以上。是不是累了、压力大或要感冒？今天放轻松些。
note-resting-count = 已记录{ $have }个早晨，满{ $need }个我就知道你平时的静息心率了。
note-glucose = 空腹{ $value } mmol/L：按{ name-scheme }，{ $band ->
    [normal] 在正常范围
    [prediabetes_range] 在偏高范围
    [impaired_fasting] 在偏高范围
   *[diabetes_range] 在需要看医生的范围
}。这不是诊断。
note-sleep = { $hours }小时；你这个年龄建议{ $low }–{ $high }小时{ $where ->
    [below] ，这一晚偏短。一晚影响不大，连着几晚就会累积。
    [above] ，这一晚偏长。
   *[within] ，正好在范围内。
}
note-sleep-week = { $nights }晚平均{ $hours }小时；你这个年龄建议{ $low }–{ $high }小时{ $where ->
    [below] 。先试着固定提前20分钟上床。
    [above] 。
   *[within] ，正好在范围内。
}
note-sleep-mean = { $nights }晚平均{ $hours }小时。
note-weight-week = 本周平均{ $weight }{ name-unit }，{ $where ->
    [same] 和上周一样。
    [down] 比上周少{ $change }{ name-unit }。单日有一两公斤的水分波动很正常。
   *[up] 比上周多{ $change }{ name-unit }。单日有一两公斤的水分波动很正常。
}
