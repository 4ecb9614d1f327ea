# 危险信号的回复：简短、温和、明确。先说可能与什么有关，再说现在做什么。

screening-about-cardiac = 你说的情况可能和心脏有关。
screening-about-syncope = 晕倒或差点晕倒，都需要检查。
screening-about-breathing = 呼吸困难必须认真对待。
screening-about-stroke = 这些可能是中风的信号，每一分钟都很重要。
screening-about-hypertensive = 这个血压已经超过需要重视的界线。
screening-about-palpitations = 心跳这样快或不齐，应该去查一查。
screening-about-heart-rate = 这个静息心率不在通常范围内。
screening-about-spo2 = 这个血氧偏低。
screening-about-heat = 听起来高温已经有危险了。先到阴凉处，用水给皮肤降温。
screening-about-rhabdo = 大强度运动后尿色很深，可能是肌肉溶解，会伤肾。请马上停止训练。
screening-about-hypoglycaemia = 听起来像低血糖。能吞咽的话，马上吃15–20克糖（果汁、葡萄糖片），15分钟后复测。
screening-about-hyperglycaemia = 这个血糖值在运动前必须先处理。
screening-about-neuro-spine = 头部、颈部或神经的这类症状不能等。尽量少动。
screening-about-fever = 发烧时运动会给心脏带来风险：完全退烧一两天后再恢复训练。
screening-about-low-pressure = 血压低又头晕：先躺下，抬高双腿，喝点水。
screening-about-musculoskeletal = 这听起来不只是拉伤。先别受力，保持不动。
screening-about-dvt = 一侧小腿肿痛可能是血栓。不要按摩，也不要训练。
screening-about-allergy = 皮疹加上肿胀或呼吸不畅，可能是严重过敏。有肾上腺素笔请立即使用。
screening-about-pregnancy = 孕期出现这种情况，要停止运动并去检查。
screening-about-self-harm = 谢谢你愿意告诉我。你这么难受，我很心疼。
screening-about-eating-disorder = 谢谢你告诉我。这听起来很辛苦，你需要的是支持，不是规定。
screening-about-drug-abuse = 这些药物和剂量我不能提供帮助，它们可能造成长久的伤害。
screening-about-medication = 用药的调整要由给你开药的人来决定。
screening-about-persistent = 持续这么久，或者找不到原因，值得让医生看一看。
screening-about-minor = 还在长身体的时候，我不会用任何方式安排减重。

screening-do-emergency = **请立刻停下。**{ $call }不要自己开车，也不要一个人待着。
screening-do-emergency-other = **请马上为对方行动。**{ $call }守在身边；如果没有反应、没有正常呼吸，立即做胸外按压，并让人去取除颤器（AED）。
screening-do-crisis = 这一刻你不必一个人扛。{ $call }如果你可能马上这样做，或者有人有危险，请拨打急救电话。
screening-do-crisis-other = 请认真对待：陪着对方，直接问，耐心听。{ $call }如果有眼前的危险，请拨打急救电话。
screening-do-urgent-care = 请停止训练，**今天**就去看医生。如果加重，请拨打急救电话。
screening-do-urgent-care-other = 请让对方休息，**今天**就去看医生。如果加重，请拨打急救电话。
screening-do-see-doctor = 请预约看一次医生，在那之前先不做高强度训练。医生同意后，我们接着来。
screening-do-minor = 真正有用的是：多做自己喜欢的运动，动作标准的力量练习，吃够、睡好。如果体重让你担心，请和爸爸妈妈、医生聊聊。我很乐意给你排一个好玩的计划。
screening-do-see-doctor-other = 对方最好先看医生，再做高强度训练。
screening-do-ed-support = 从现在起我们不谈体重和热量。请和医生、心理咨询师或信任的人聊一聊；温和的活动和陪伴，我都在。
screening-do-medication-referral = 请不要因为训练自行改变用药，先问医生或药师。我可以帮你把问题写下来。
screening-close-emergency = 训练可以等。安全之后再告诉我。
screening-close-crisis = 现在不谈训练。想说话时，我在。

screening-call = 现在就拨打 { $number }。
screening-call-unknown = 现在就拨打当地的急救电话（中国大陆 120，欧洲多国 112，北美 911）。
screening-crisis-call = 马上就有人可以听你说：{ $number }。
screening-crisis-call-unknown = 马上就有人可以听你说：findahelpline.com 上有你所在国家的免费热线。
screening-follow-up = 之前你说到一件严重的事。现在怎么样了？

# 高强度之前的准备问题：七个方面，用我们自己的话。

readiness-intro = 在做有强度的训练之前，先回答七个简短的健康问题。答“是”或“否”就行，别人看不到。
readiness-1 = 医生是否说过你有心脏问题或高血压？
readiness-2 = 你在休息、日常生活或运动时，会胸痛吗？
readiness-3 = 过去12个月里，你有没有因为头晕站不稳，或者晕倒过？
readiness-4 = 你有没有医生确诊的其他慢性病？
readiness-5 = 你是否因为慢性病在吃处方药？
readiness-6 = 现在或过去12个月里，你有没有多活动就可能加重的骨骼、关节或肌肉问题？
readiness-7 = 医生是否要求你只能在医疗监督下运动？
readiness-progress = 第{ $number }题，共{ $total }题
readiness-clear = 谢谢。没有什么妨碍：我们从轻松的开始，慢慢加。
readiness-flagged = 谢谢你坦诚相告。在做比轻度更强的活动之前，请先问医生。在那之前，我只安排散步、灵活性和温和的力量练习。
readiness-expired = 你的健康回答已经超过一年了，要不要再过一遍？
readiness-note = 这是参照 PAR-Q+ 主题、用我们自己的话写的健康自查，不是医学检查（官方表格见 eparmedx.com）。
rule-screen-flagged-light = 你有一个健康问题答了“是”，所以在医生同意之前都保持轻度。
rule-new-and-over-45 = 你 { $age } 岁、刚开始接触高强度，所以先保持中等，问过医生一次再加。
