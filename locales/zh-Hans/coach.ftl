# 和教练的对话：初次见面、了解情况、计划、记录、闲聊。

intro = 你好，我是**加油**（Jiayou），住在聊天里的健身教练。我是AI，不是医生。你在这里说的只有我们俩知道，发送 /delete 就会全部忘掉。
start-known = 又见面啦。直接告诉我你做了什么（“跑了5公里用了28分钟”“睡了7小时”），或者问今天练什么。
help =
    { "" }**我能做什么**
    • 直接说你做了什么：“跑了5公里28分钟”“卧推60公斤5组5个”“走了8400步”“睡了7小时”“血压124/79”。记错了？点“撤销”、改一下原来的消息，或者说“改成6公里”。
    • /plan 为你做计划，/today 看今天练什么，/why 说明理由
    • /challenge 和朋友发起挑战（最好在群里），/join 加挑战码 加入，/board 看排行
    • /me 看我知道你什么，/settings 设置提醒、免打扰、单位和语言
    • /link 把两个平台的账号连起来，/export 导出全部数据，/delete 全部忘掉
    • /stop 停止所有提醒
thanks = 不客气，加油！
unknown-command = 我不认识这个命令。直接说就好：“跑了5公里”“给我做个计划”“帮助”。

button-today = 今天练什么
button-help = 你能做什么？
button-plan = 给我做个计划
button-plan-now = 先按已知的做计划
button-new-plan = 换个新计划
button-plan-yes = 开始这个计划
button-plan-no = 先不要
button-skip = 跳过
button-later = 以后再说
button-yes = 是
button-no = 否
button-why = 为什么？
button-done = 完成了
button-undo = 撤销
button-redo = 恢复
button-held-right = 没错
button-held-wrong = 不对
button-settings = 设置
button-export = 导出
button-readiness-none = 都没有
button-readiness-some = 有几条是
button-remind-no = 不用提醒

stale-button = 这个按钮是之前的，已经不起作用了。
nothing-to-skip = 现在没有要跳过的问题。
profile-updated = 记下了。计划先不变；要按新情况来，就点“换个新计划”。
noted = ✓ { $facts }
noted-already = 这个已经记下了。
list-join = 、
load-value = { $value }{ $unit ->
    [lb] 磅
    [jin] 斤
   *[kg] 公斤
}

# 提问，一次最多两件事。

ask-goal = 你最想达到什么目标？点一下，或者用自己的话说。
ask-height-cm-weight-kg = 你身高多少，体重多少？比如：170，65公斤。
ask-height-cm = 你身高多少？
ask-weight-kg = 你体重多少？
ask-age-sex = 你多大年纪，是女生还是男生？有些公式不一样，也可以跳过。
ask-age = 你多大年纪？
ask-sex = 你是女生还是男生？有些公式不一样，也可以跳过。
ask-days-per-week-minutes-per-session = 每周能练几天，每次多少分钟？
ask-days-per-week = 每周能练几天？
ask-minutes-per-session = 每次多少分钟？
ask-experience-equipment = 锻炼经验怎么样，有什么器械？
ask-experience = 锻炼经验怎么样？
ask-equipment = 有什么器械？
ask-injuries-diet = 身上有哪里疼，或者有什么病需要避开吗？有什么不吃的吗？
ask-injuries = 身上有哪里疼，或者有什么病需要避开吗？
ask-diet = 有什么不吃的吗？

answer-goal = { $value ->
    [lose_weight] 减重
    [build_muscle] 增肌
    [get_stronger] 增强力量
    [endurance] 提高耐力
    [mobility] 改善灵活性
    [stress] 减轻压力
    [event] 备战比赛
   *[health] 保持健康
}
answer-sex = { $value ->
    [female] 女
   *[male] 男
}
answer-experience = { $value ->
    [beginner] 新手
    [intermediate] 有些经验
   *[advanced] 经验丰富
}
answer-activity-level = { $value ->
    [sedentary] 久坐
    [light] 活动不多
    [moderate] 活动适中
    [very] 活动很多
   *[extra] 重体力劳动
}
answer-days-per-week = { $value }天
answer-minutes-per-session = { $value }分钟
answer-equipment = { $value ->
    [none] 什么都没有
    [dumbbells] 哑铃
    [barbell] 杠铃
    [gym] 健身房
    [kettlebell] 壶铃
    [bands] 弹力带
    [pull_up_bar] 单杠
    [bike] 自行车
    [treadmill] 跑步机
    [rower] 划船机
    [pool] 泳池
    [bench] 卧推凳
   *[rope] 跳绳
}
answer-diet = { $value ->
    [omnivore] 不忌口
    [vegetarian] 素食
    [vegan] 纯素
    [halal] 清真
    [kosher] 犹太洁食
    [lactose_free] 不含乳糖
    [gluten_free] 不含麸质
   *[pescatarian] 吃鱼不吃肉
}
answer-injuries = { $value ->
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
answer-conditions = { $value ->
    [heart] 心脏
    [hypertension] 高血压
    [diabetes] 糖尿病
    [diabetes_insulin] 用胰岛素的糖尿病
    [asthma] 哮喘
    [kidney] 肾脏
    [gout] 痛风
    [joint] 关节
    [epilepsy] 癫痫
   *[other] 其他情况
}
answer-medications = { $value ->
    [beta_blocker] β受体阻滞剂
    [heart_rate] 影响心率的药
    [insulin] 胰岛素
    [blood_thinner] 抗凝药
   *[other] 在吃药
}

fact-goal = 目标：{ $value }
fact-height-cm = 身高{ $value }
height-cm = { $value }厘米
height-feet = { $feet }英尺{ $inches }英寸
fact-weight-kg = 体重{ $value }
fact-goal-weight-kg = 目标体重{ $value }
fact-dumbbell-kg = 哑铃最重{ $value }
fact-age = { $value }岁
fact-birth-year = { $value }年出生
fact-sex = { $value }
fact-experience = 锻炼经验：{ $value }
fact-activity-level = 平时：{ $value }
fact-days-per-week = 每周{ $value }天
fact-minutes-per-session = 每次{ $value }分钟
fact-equipment = 器械：{ $value }
fact-diet = 饮食：{ $value }
fact-injuries = 要小心：{ $value }
fact-conditions = 健康情况：{ $value }
fact-medications = 用药：{ $value }
fact-pregnant = 怀孕中
fact-breastfeeding = 哺乳期
fact-zone = 时区{ $value }
fact-next-session = 下次训练：{ $session }，{ $date }

# 健康问题、计划、今天

readiness-later = 好的，以后再说。在那之前，强度先保持轻到中等。
readiness-known = 谢谢。因为你之前说过的健康情况，做比轻度更强的活动之前，请先问医生。在那之前，我只安排散步、灵活性和温和的力量练习。
plan-first = 好的！先问几个小问题，不想答的可以跳过。
plan-refused = 按我现在知道的，还排不出计划。告诉我年龄，还有每周几天、每次多少分钟。
plan-refused-minor = 13岁以下不需要训练计划：多玩，和朋友打球、骑车、游泳，每天开开心心动一小时就很好。请把这段话给爸爸妈妈看看。你做了什么，我很乐意帮你记下来。
plan-over = 上一个计划已经结束：完成了{ $planned }次中的{ $done }次。要不要来个新计划？
plan-offer = 这是为你做的计划，你同意了才开始。
plan-minor = 你还未满18岁：请和父母或监护人一起看看，他们同意了再开始。
plan-declined = 好的，先不开始。想改什么就告诉我，随时可以再要计划。
plan-already-running = 这个计划已经开始了。
plan-started = **计划开始啦。** 随时可以问“今天练什么”。第一次训练：
remind-offer = 要我每天提醒你一次吗？选个时间，或者直接说（“早上7点15提醒我”）。
swap-how = 我还不能单独换一个动作。告诉我哪里疼，或者有什么器械，新计划会避开不合适的。
today-rest = 今天没有训练：休息也是计划的一部分。轻松散散步总是可以的。
today-next = 下一次训练：{ $date }。
today-done-already = 这次训练已经完成并记下了。💪
done-what = 是哪次训练呢？告诉我你做了什么，比如“力量训练45分钟”。
why-nothing = 现在还没有什么可解释的。有了计划、训练或提醒之后再问我。
why-intro = 依据这些情况和规则：
yes-to-what = 好呀！不过是指什么？告诉我你做了什么，或者问今天练什么。
yes-tell = 再多说一点吧，也可以点“跳过”。
no-to-what = 好的，什么都不变。

# 记录

held-dropped = 没有记。请按实际情况再说一次。
undo-nothing = 没有可以撤销的记录。
undone = 已撤销：
    { $entries }
log-kept-too = 你说的记录我留着：{ $entries }
log-how-much = 多长时间，或者多远？说“改成30分钟”，就能算进本周的活动量。
correct-what = 我不确定你说的是哪一条。点那条下面的“撤销”再说一次，或者直接修改原来的消息。
correct-kept = { $why }所以这条记录保持原样。
week-so-far = 本周到现在：活动了{ $days }天{ $minutes ->
    [0] { "" }
   *[other] ，共{ NUMBER($minutes) }分钟
}{ $steps ->
    [0] 。
   *[other] ，{ NUMBER($steps) }步。
}
day-entries = **{ $date }**
    { $entries }
day-empty = { $date }没有记录。
week-empty = 本周还没有记录。

me-title = **{ $name }**，我知道这些：
me-title-nameless = **关于你，我知道这些：**
me-nothing = 还什么都不知道。说说你自己吧，比如“34岁，170，65公斤，想更健康，每周3天”。
me-latest = **最近的记录**

# 其他回答不了的

upload-later = 我还看不懂文件和图片。请用文字说说内容，我来记。
text-long = 这条太长了，我只读了前面一部分；请把剩下的分几次发。
nothing-read = 😊 用几个字告诉我你做了什么，或者需要什么。
not-understood = 这个我没太看懂。换个说法，或者跳过也行：
not-understood-goal = 我没能把它对上一个目标。下面哪个最接近？
talk-question = 这个我不一定答得好。
talk-smalltalk = 😊 我是AI教练，聊训练比闲聊在行。
talk-statement = 我不太确定你想让我做什么。
talk-beside = 你问的那个问题，我不一定答得好。
pain-advice = 疼的动作先停一停；不疼的可以做，轻松一点、短一点，一疼就停。如果疼得厉害、肿了，或者一两周还不见好，请让医生或康复师看看。
unwell = 先停下来，坐下或躺下休息，喝点水；没缓过来之前不要训练。如果一直不缓解，或者还有胸痛、呼吸困难、晕倒，请马上就医。
mood-praise = 听到这个真高兴！
mood-frustration = 听起来挺让人泄气的。一天不顺，不会抹掉你之前做到的。
mood-discouragement = 这种时候确实不容易。一小步也算数：今天动5分钟就够了。
mood-distress = 听到你这么难受，我很心疼。训练可以等；跟信任的人说说话，也许最有帮助。
talk-can = 你可以告诉我做了什么（“跑了5公里”），也可以要计划、问今天练什么、和朋友发起挑战，或者让我提醒你。
error-sorry = 我这边出了点问题。之前记下的都还在，请过一会儿再发一次。

# 命令菜单

menu-help = 我能做什么
menu-today = 今天练什么
menu-plan = 你的计划
menu-challenge = 和朋友一起挑战
menu-join = 用挑战码加入
menu-board = 看挑战排行
menu-me = 我知道你什么
menu-undo = 撤销上一条记录
menu-why = 为什么这么说
menu-settings = 提醒、免打扰、单位
menu-language = 语言：中文、English
menu-link = 连接两个平台的账号
menu-export = 导出我的全部数据
menu-delete = 忘掉我的一切
menu-stop = 停止所有提醒
