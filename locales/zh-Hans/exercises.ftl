# Names of activities.

activity-running = 跑步
activity-walking = 步行
activity-cycling = 骑行
activity-swimming = 游泳
activity-hiking = 徒步
activity-rowing_erg = 划船机
activity-rope_jumping = 跳绳
activity-elliptical = 椭圆机
activity-stairs = 爬楼梯
activity-skiing = 滑雪
activity-skating = 滑冰
activity-kayaking = 皮划艇
activity-square_dance = 广场舞
activity-dancing = 跳舞
activity-aerobics = 健美操
activity-tai_chi = 太极拳
activity-qigong = 气功
activity-yoga = 瑜伽
activity-pilates = 普拉提
activity-stretching = 拉伸
activity-meditation = 冥想
activity-martial_arts = 武术
activity-hiit = 高强度间歇训练
activity-circuit = 循环训练
activity-basketball = 篮球
activity-badminton = 羽毛球
activity-table_tennis = 乒乓球
activity-football = 足球
activity-tennis = 网球
activity-volleyball = 排球
activity-golf = 高尔夫
activity-climbing = 攀岩
activity-boxing = 拳击
activity-housework = 家务
activity-weights = 力量训练
activity-push_up = 俯卧撑
activity-pull_up = 引体向上
activity-sit_up = 仰卧起坐
activity-lunge = 箭步蹲
activity-dip = 双杠臂屈伸
activity-burpee = 波比跳
activity-mountain_climber = 登山跑
activity-jumping_jack = 开合跳
activity-kettlebell_swing = 壶铃摆荡
activity-plank = 平板支撑
activity-wall_sit = 靠墙静蹲
activity-bench_press = 卧推
activity-squat = 深蹲
activity-deadlift = 硬拉
activity-overhead_press = 推举
activity-biceps_curl = 二头弯举
activity-romanian_deadlift = 罗马尼亚硬拉
activity-front_squat = 前蹲
activity-split_squat = 分腿蹲
activity-hip_thrust = 臀推
activity-lat_pulldown = 高位下拉
activity-dumbbell_row = 哑铃划船
activity-barbell_row = 杠铃划船
activity-incline_bench_press = 上斜卧推
activity-dumbbell_bench_press = 哑铃卧推
activity-lateral_raise = 侧平举
activity-leg_press = 腿举
activity-workout = 锻炼
activity-strength_training = 力量训练
activity-dead_hang = 悬垂
activity-seated_row = 坐姿划船
activity-leg_curl = 腿弯举
activity-leg_extension = 腿屈伸
activity-calf_raise = 提踵
activity-triceps_extension = 三头臂屈伸
activity-face_pull = 面拉
activity-chest_fly = 飞鸟
activity-shrug = 耸肩
activity-clean = 高翻
activity-snatch = 抓举
activity-thruster = 火箭推
activity-box_jump = 跳箱
activity-leg_raise = 举腿
activity-russian_twist = 俄罗斯转体

# The same by variable, for use inside other messages.

name-activity = { $activity ->
    [running] 跑步
    [walking] 步行
    [cycling] 骑行
    [swimming] 游泳
    [hiking] 徒步
    [rowing_erg] 划船机
    [rope_jumping] 跳绳
    [elliptical] 椭圆机
    [stairs] 爬楼梯
    [skiing] 滑雪
    [skating] 滑冰
    [kayaking] 皮划艇
    [square_dance] 广场舞
    [dancing] 跳舞
    [aerobics] 健美操
    [tai_chi] 太极拳
    [qigong] 气功
    [yoga] 瑜伽
    [pilates] 普拉提
    [stretching] 拉伸
    [meditation] 冥想
    [martial_arts] 武术
    [hiit] 高强度间歇训练
    [circuit] 循环训练
    [basketball] 篮球
    [badminton] 羽毛球
    [table_tennis] 乒乓球
    [football] 足球
    [tennis] 网球
    [volleyball] 排球
    [golf] 高尔夫
    [climbing] 攀岩
    [boxing] 拳击
    [housework] 家务
    [weights] 力量训练
    [push_up] 俯卧撑
    [pull_up] 引体向上
    [sit_up] 仰卧起坐
    [lunge] 箭步蹲
    [dip] 双杠臂屈伸
    [burpee] 波比跳
    [mountain_climber] 登山跑
    [jumping_jack] 开合跳
    [kettlebell_swing] 壶铃摆荡
    [plank] 平板支撑
    [wall_sit] 靠墙静蹲
    [bench_press] 卧推
    [squat] 深蹲
    [deadlift] 硬拉
    [overhead_press] 推举
    [biceps_curl] 二头弯举
    [romanian_deadlift] 罗马尼亚硬拉
    [front_squat] 前蹲
    [split_squat] 分腿蹲
    [hip_thrust] 臀推
    [lat_pulldown] 高位下拉
    [dumbbell_row] 哑铃划船
    [barbell_row] 杠铃划船
    [incline_bench_press] 上斜卧推
    [dumbbell_bench_press] 哑铃卧推
    [lateral_raise] 侧平举
    [leg_press] 腿举
    [workout] 锻炼
    [strength_training] 力量训练
    [dead_hang] 悬垂
    [seated_row] 坐姿划船
    [leg_curl] 腿弯举
    [leg_extension] 腿屈伸
    [calf_raise] 提踵
    [triceps_extension] 三头臂屈伸
    [face_pull] 面拉
    [chest_fly] 飞鸟
    [shrug] 耸肩
    [clean] 高翻
    [snatch] 抓举
    [thruster] 火箭推
    [box_jump] 跳箱
    [leg_raise] 举腿
    [russian_twist] 俄罗斯转体
    [seated_boxing] 坐姿出拳
   *[other] 训练
}

name-muscle = { $muscle ->
    [quads] 大腿前侧
    [glutes] 臀部
    [hamstrings] 大腿后侧
    [calves] 小腿
    [adductors] 大腿内侧
    [chest] 胸部
    [back] 背部
    [shoulders] 肩部
    [biceps] 肱二头肌
    [triceps] 肱三头肌
    [core] 核心
   *[forearms] 前臂
}

# Names of movements, each with one cue.

exercise-sit_to_stand = 坐站起身
    .cue = 双脚在膝盖正下方，站直，再慢慢坐下。
exercise-bodyweight_squat = 徒手深蹲
    .cue = 臀部向后坐，膝盖对准脚尖，挺胸。
exercise-wall_sit = 靠墙静蹲
    .cue = 后背贴墙，下滑到仍舒服的高度保持住。
exercise-band_squat = 弹力带深蹲
    .cue = 踩住弹力带，双手提到肩前，下蹲后蹬地站起。
exercise-goblet_squat = 高脚杯深蹲
    .cue = 双手抱重物于胸前，手肘在膝盖内侧，脚跟不离地。
exercise-leg_press = 腿举
    .cue = 双脚与肩同宽，下放到臀部快要离垫为止，推起时膝盖不锁死。
exercise-squat = 杠铃深蹲
    .cue = 收紧腹部，向下坐到髋间，用整个脚掌蹬起。
exercise-front_squat = 前蹲
    .cue = 手肘抬高，杠铃放在肩前，全程保持上身直立。
exercise-split_squat = 分腿蹲
    .cue = 前后站一大步，后膝垂直下沉，前脚跟发力站起。
exercise-lunge = 箭步蹲
    .cue = 轻轻后撤一步，双膝弯曲，前脚跟不离地。
exercise-step_up = 登阶
    .cue = 整个脚掌踩上台阶，身体略前倾，慢慢下来。
exercise-side_lunge = 侧弓步
    .cue = 向侧面跨大步，坐向一侧髋部，另一条腿伸直。
exercise-dumbbell_lunge = 负重箭步蹲
    .cue = 重物垂在体侧，后撤一步，上身挺直。
exercise-bulgarian_split_squat = 保加利亚分腿蹲
    .cue = 后脚放在椅子上，垂直下沉，前腿发力。
exercise-glute_bridge = 臀桥
    .cue = 脚跟靠近臀部，夹臀抬起，让肩、髋、膝成一线。
exercise-single_leg_glute_bridge = 单腿臀桥
    .cue = 一条腿伸直，抬起时骨盆保持水平。
exercise-hip_hinge = 髋部铰链（徒手早安）
    .cue = 双手叉腰，臀部向后推，背部保持平直。
exercise-standing_hip_extension = 站姿后抬腿
    .cue = 扶住椅背，一条腿向后抬，身体不前倾。
exercise-single_leg_deadlift = 单腿硬拉
    .cue = 支撑膝微屈，从髋部前倾，后腿与背成一线。
exercise-band_deadlift = 弹力带硬拉
    .cue = 踩住弹力带，臀部后推，站直夹臀。
exercise-dumbbell_romanian_deadlift = 哑铃罗马尼亚硬拉
    .cue = 重物贴着大腿下滑，臀部后推，感到大腿后侧拉紧就停。
exercise-kettlebell_deadlift = 壶铃硬拉
    .cue = 壶铃放在双脚之间，背部平直，蹬地站起。
exercise-kettlebell_swing = 壶铃摆荡
    .cue = 用髋部爆发力带动，手臂放松，壶铃荡到胸口高度。
exercise-romanian_deadlift = 罗马尼亚硬拉
    .cue = 杠铃贴腿，臀部后推，背部平直，到膝下即可。
exercise-deadlift = 硬拉
    .cue = 杠铃在脚掌中部上方，先绷紧，再蹬地拉起。
exercise-hip_thrust = 臀推
    .cue = 上背靠在凳上，收下巴，抬到身体像桌面一样平。
exercise-leg_curl = 腿弯举
    .cue = 平稳弯起，用两秒放下。
exercise-wall_push_up = 靠墙俯卧撑
    .cue = 双手与胸同高，身体成一线，胸口靠近墙面。
exercise-incline_push_up = 上斜俯卧撑
    .cue = 双手撑在桌沿，身体成一线，手肘约四十五度。
exercise-knee_push_up = 跪姿俯卧撑
    .cue = 从膝到头成一线，胸口先下。
exercise-push_up = 俯卧撑
    .cue = 夹臀收腹，手肘约四十五度，胸口贴近地面。
exercise-feet_up_push_up = 下斜俯卧撑
    .cue = 双脚放在椅子上，腰不要塌。
exercise-band_chest_press = 弹力带推胸
    .cue = 弹力带绕过背后，向前推，肩膀下沉。
exercise-dumbbell_floor_press = 哑铃地板卧推
    .cue = 仰卧，手肘轻触地面，再推起。
exercise-dumbbell_bench_press = 哑铃卧推
    .cue = 肩胛后收，放到胸侧，向上推拢。
exercise-incline_bench_press = 上斜卧推
    .cue = 凳子约三十度，杠铃落到上胸，双脚踩稳。
exercise-bench_press = 卧推
    .cue = 肩胛后收，杠铃落到下胸，双脚踩实地面。
exercise-chest_press_machine = 坐姿推胸
    .cue = 把手与胸同高，推出时不耸肩。
exercise-dip = 双杠臂屈伸
    .cue = 身体略前倾，下放到手肘九十度。
exercise-band_shoulder_press = 弹力带推肩
    .cue = 踩住弹力带，推过耳侧，肋骨不外翻。
exercise-dumbbell_shoulder_press = 哑铃推肩
    .cue = 推过耳侧，收紧腹部，腰不后仰。
exercise-overhead_press = 站姿推举
    .cue = 夹臀，杠铃贴近面部上推，到顶时头向前穿。
exercise-pike_push_up = 折体俯卧撑
    .cue = 臀部抬高，头部落到双手之间。
exercise-lateral_raise = 侧平举
    .cue = 手肘带动，抬到肩高，慢慢放下。
exercise-wall_slide = 靠墙滑臂
    .cue = 后背和手臂贴墙，上下滑动。
exercise-triceps_extension = 臂屈伸
    .cue = 上臂不动，只屈伸手肘。
exercise-close_push_up = 窄距俯卧撑
    .cue = 双手在肩下，手肘贴近身体。
exercise-prone_y_raise = 俯身Y字上举
    .cue = 俯卧，拇指朝上，双臂成Y字抬起。
exercise-superman = 超人式
    .cue = 俯卧，手脚微微抬离地面，眼睛看地。
exercise-wall_elbow_press = 靠墙肘压
    .cue = 背靠墙，双肘向后压墙，夹紧肩胛骨。
exercise-towel_row = 毛巾划船
    .cue = 双手拉紧毛巾，向腹部划，夹紧肩胛骨。
exercise-band_row = 弹力带划船
    .cue = 手肘贴着身体后拉，夹紧肩胛骨，慢慢放回。
exercise-band_pull_apart = 弹力带拉开
    .cue = 手臂伸直，把弹力带拉到胸前。
exercise-dumbbell_row = 单臂划船
    .cue = 背部平直，手肘向髋部拉。
exercise-supported_dumbbell_row = 支撑单臂划船
    .cue = 一手扶椅支撑，手肘向髋部拉。
exercise-barbell_row = 杠铃划船
    .cue = 俯身，背部不动，杠铃拉向腹部。
exercise-seated_row = 坐姿划船
    .cue = 坐直，拉向腹部，肩膀下沉。
exercise-lat_pulldown = 高位下拉
    .cue = 把横杆拉到锁骨，手肘向下。
exercise-dead_hang = 悬垂
    .cue = 身体放松悬挂，肩膀远离耳朵。
exercise-slow_pull_up = 离心引体向上
    .cue = 踩凳到顶端，用四秒慢慢放下。
exercise-pull_up = 引体向上
    .cue = 从完全悬垂开始，胸口拉向横杆。
exercise-face_pull = 面拉
    .cue = 拉向眼睛高度，手肘抬高，双手分开。
exercise-biceps_curl = 二头弯举
    .cue = 手肘贴住身体两侧，慢慢放下。
exercise-calf_raise = 提踵
    .cue = 踮起脚尖，停一下，慢慢放下。
exercise-dead_bug = 死虫式
    .cue = 下背贴地，对侧手脚慢慢伸出。
exercise-bird_dog = 鸟狗式
    .cue = 四点跪姿，对侧手脚伸直，骨盆保持水平。
exercise-plank = 平板支撑
    .cue = 手肘在肩下，夹臀，正常呼吸。
exercise-incline_plank = 上斜平板支撑
    .cue = 前臂撑在桌上，身体成一线，正常呼吸。
exercise-side_plank = 侧平板支撑
    .cue = 手肘在肩下，抬起髋部，脖子放长。
exercise-seated_knee_lift = 坐姿抬膝
    .cue = 坐直，左右交替抬膝，身体不后仰。
exercise-standing_brace = 站姿收腹
    .cue = 站直，收紧腹部和臀部，保持呼吸。
exercise-pallof_press = 帕洛夫推
    .cue = 弹力带在体侧，向前推出，身体不被带转。
exercise-sit_up = 仰卧起坐
    .cue = 一节一节卷起，再一节一节放下。
exercise-crunch = 卷腹
    .cue = 只抬起肩胛骨，下巴离开胸口。
exercise-leg_raise = 仰卧抬腿
    .cue = 下背贴地，腿只放到下背不离地为止。
exercise-farmer_carry = 农夫行走
    .cue = 站直，双手提重物，小步快走。
exercise-suitcase_carry = 单侧提重走
    .cue = 单手提重物，身体不歪。
exercise-march_in_place = 原地踏步
    .cue = 膝盖抬到舒服的高度，摆动双臂。
exercise-step_touch = 左右并步
    .cue = 左右跨步并拢，膝盖放松，手臂跟着摆。
exercise-seated_boxing = 坐姿出拳
    .cue = 坐直，左右交替向前出拳。
exercise-seated_march = 坐姿踏步
    .cue = 坐直，双腿踏步，摆动双臂。
exercise-jumping_jack = 开合跳
    .cue = 落地要轻，全脚掌着地。
exercise-high_knees = 高抬腿
    .cue = 轻快小步，膝盖抬到髋高。
exercise-mountain_climber = 登山跑
    .cue = 肩在手的正上方，双膝交替提向胸口。
exercise-burpee = 波比跳
    .cue = 双手撑地，后撤或后跳，起身向上伸展。
exercise-rope_jumping = 跳绳
    .cue = 小幅跳起，用手腕转绳。
exercise-single_leg_stand = 单腿站立
    .cue = 站在墙或椅子旁，眼睛盯住一点。
exercise-heel_to_toe_walk = 脚跟接脚尖走
    .cue = 沿着墙走，脚跟紧挨另一只脚的脚尖。
exercise-side_leg_raise = 侧抬腿
    .cue = 扶住椅背，腿向侧面抬起，脚尖朝前。
exercise-weight_shift = 重心左右移
    .cue = 双脚与髋同宽，重心慢慢左右移动。
exercise-clock_reach = 时钟点地
    .cue = 单腿站立，另一只脚像指针一样点向各个方向。
exercise-cat_cow = 猫牛式
    .cue = 四点跪姿，随呼吸拱背和塌背。
exercise-seated_twist = 坐姿转体
    .cue = 坐直，轻轻转体，同时呼气。
exercise-hip_flexor_stretch = 髋屈肌拉伸
    .cue = 单膝跪地，骨盆后倾，身体略前移。
exercise-hamstring_stretch = 大腿后侧拉伸
    .cue = 脚跟向前伸，臀部后推，背部拉长。
exercise-calf_stretch = 小腿拉伸
    .cue = 双手扶墙，后脚跟踩实。
exercise-chest_stretch = 胸部拉伸
    .cue = 前臂贴住门框，身体轻轻转开。
exercise-figure_four_stretch = 四字拉伸
    .cue = 脚踝搭在另一侧膝上，背部拉长前倾。
exercise-childs_pose = 婴儿式
    .cue = 坐向脚跟，手臂前伸，呼吸到后背。
exercise-thoracic_rotation = 胸椎旋转
    .cue = 双臂交叉抱胸，胸口左右转动。
exercise-shoulder_circles = 肩部环绕
    .cue = 缓慢大幅度环绕，前后各做。
exercise-neck_stretch = 颈部拉伸
    .cue = 耳朵靠向肩膀，不要用手拉。
exercise-ankle_circles = 踝关节环绕
    .cue = 缓慢画圈，正反方向都做。
exercise-deep_squat_hold = 深蹲静态保持
    .cue = 扶住门框，蹲到底，脚跟不离地。
exercise-breathing = 缓慢呼吸
    .cue = 鼻子吸气数四下，呼气数六下。
