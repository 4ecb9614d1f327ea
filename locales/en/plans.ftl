# Names of plans and sessions.

plan-weight_mix = Walking and simple strength
plan-full_body = Full-body strength
plan-upper_lower = Upper and lower body
plan-push_pull_legs = Push, pull, legs
plan-walk_run = From walking to running
plan-running = Running
plan-endurance = Easy endurance
plan-health = Moving and strength
plan-mobility = Mobility
plan-stress = Calm and loose
plan-older = Strong and steady
plan-pregnancy = Gentle in pregnancy
plan-youth = All-round and playful
plan-gentle = Gentle movement

session-full_body_a = Full body A
session-full_body_b = Full body B
session-upper = Upper body
session-lower = Lower body
session-push = Push
session-pull = Pull
session-legs = Legs
session-walk = Walk
session-cardio = Endurance
session-walk_run = Run and walk
session-easy_run = Easy run
session-long_run = Long run
session-intervals = Brisk and easy
session-mobility = Mobility
session-calm = Calm
session-mixed = Strength and endurance
session-balance_walk = Walk and balance
session-strength_balance = Strength and balance

# One line of a session. `name` is the movement or activity.

plan-item-minutes = { $name }: { $minutes } min{ $effort ->
    [easy] , easy
    [moderate] , brisk enough that you can talk but not sing
   *[hard] , hard: a few words at a time
}
plan-item-intervals = { $name }: { $sets } × { $seconds } s, { $rest } s easy between
plan-item-reps = { $name }: { $sets } × { $low }–{ $high }{ $side ->
    [yes] { " " }each side
   *[no] { "" }
}{ $rir ->
    [-1] { "" }
   *[other] , stop with { $rir } in reserve
}{ $rest ->
    [0] { "" }
   *[other] , rest { $rest } s
}
plan-item-seconds = { $name }: { $sets } × { $seconds } s{ $side ->
    [yes] { " " }each side
   *[no] { "" }
}

plan-note-breathe = Breathe out on the effort, never hold your breath.
plan-note-start-light = Start lighter than you think.
plan-note-support = Keep a wall or chair within reach.
plan-note-easy = Easy enough to enjoy.
plan-note-walk-between = Run slowly, walk in between.
plan-note-jog-between = Jog very easily in between.

# A first answer for a stranger, before anything is known. Light and moderate only.

starter-lose_weight = **A good first week for losing weight**
    { "" }**Walk** on 5 days, 20–30 minutes, brisk enough that you can talk but not sing.
    { "" }**Strength** on 2 days (say Monday and Thursday), 2 rounds of:
    • sit down on a chair and stand up, 10 times
    • push-ups against a wall or table, 8–10
    • glute bridge, 12
    • dead bug, 6 each side
    Rest about a minute, and stop each set while you could still do four or five more.
    { "" }**Next weeks:** 2–3 minutes more per walk each week; from week 3 a third round.
    { "" }**Eating:** vegetables and a source of protein at every meal, water instead of sweet drinks; no bans, no hunger. Slow and steady is enough.
    { "" }**Safety:** chest pain, dizziness or unusual breathlessness: stop and get help. Heart, pressure, joints, pregnancy, under 18: ask a doctor first.
    The first days count by being done, not by being hard. Say “make me a plan”, and I will fit it to you.
starter-build_muscle = **A good first week for building muscle**
    Train the whole body on 2–3 days with a day off in between, 2 sets of 8–12:
    • squat (bodyweight, or with a weight at your chest)
    • push-up (hands on a table if needed)
    • row (band, dumbbell, or a towel pulled apart)
    • glute bridge, or Romanian deadlift with dumbbells
    • dead bug, 6–8 each side
    Rest 60–90 seconds; stop each set while four or five more would be possible. Slow down, smooth up.
    { "" }**Next weeks:** first more repetitions, then a little more weight. The last two weeks of a month may be a third set.
    { "" }**Eating:** protein at every meal (eggs, tofu, fish, beans, yoghurt) and enough food; **sleep** 7–9 hours. Muscle is built in bed.
    { "" }**Safety:** sharp pain means stop. Heart, pressure, joints, pregnancy, under 18: ask first.
    Which equipment do you have, and how many days suit you? Then I make it your plan.
starter-get_stronger = **A good first week for getting stronger**
    Three movements on 2–3 days with a day off in between, technique before weight:
    • squat, 2–3 sets of 8
    • push-up or press, 2–3 sets of 8
    • row, 2–3 sets of 8
    Finish with glute bridge and dead bug, 2 sets of 10.
    Warm up for 5 minutes; rest 2 minutes; always keep four or five repetitions in reserve in the first two weeks.
    { "" }**Next weeks:** when every set feels easy in two sessions in a row, take the smallest step up (at most 10 %).
    Heavy singles can wait; strength grows well without testing the limit.
    { "" }**Eat and sleep:** protein at every meal, 7–9 hours of sleep.
    { "" }**Safety:** breathe out on the effort; sharp pain means stop. High pressure, heart, pregnancy, under 18: ask first.
    Bar, dumbbells or nothing at all? Tell me, and how many days suit you.
starter-endurance = **A good first week for endurance**
    Three sessions with a day off in between, 25–30 minutes each:
    • 5 minutes of easy walking
    • 15–20 minutes of brisk walking: you can talk, not sing
    • 5 minutes easy again
    If that feels easy after two weeks, run 1 minute and walk 2, five or six times. Slow is right: you can still talk.
    On one other day 15 minutes of strength: chair squats, wall push-ups, glute bridge, calf raises, 2 × 10.
    { "" }**Next weeks:** at most about 10 % more each week; every fourth week a little less.
    { "" }**Eat and drink:** a normal meal 2–3 hours before; drink to thirst.
    { "" }**Safety:** chest pain, dizziness, fainting: stop and get help. Heart, pressure, pregnancy: ask first.
    Do you have a goal in mind (5 km, a hike, a race)? Tell me and your days, and I make it your plan.
starter-health = **A good first week for your health**
    { "" }**Move** on 5 days for 20–30 minutes: walking, cycling, dancing, swimming, whatever you like. You can talk, not sing.
    { "" }**Strength** on 2 days, 2 rounds of:
    • stand up from a chair, 10 times
    • push-ups against a wall, 8–10
    • glute bridge, 12
    • stand on one leg, 20 seconds each
    Stand up for two minutes every hour you sit.
    { "" }**Next weeks:** a few minutes more each week until it is 150 minutes a week. More is fine, but not needed.
    { "" }**Eating:** half the plate vegetables, mostly whole foods; **sleep** 7–9 hours.
    { "" }**Safety:** chest pain, dizziness or unusual breathlessness: stop and get help. A known illness: ask your doctor first.
    Tell me how many days suit you, and I make it your plan.
starter-mobility = **A good first week for mobility**
    Ten minutes on 4–5 days, after a warm shower or a short walk:
    • cat-cow, 10 slow breaths
    • hip flexor stretch, 30 seconds each side
    • hamstring stretch, 30 seconds each side
    • upper-back rotation, 8 each side
    • chest stretch at a door frame, 30 seconds
    • calf stretch, 30 seconds each side
    A pull is fine, pain is not. Breathe slowly, do not bounce.
    { "" }**Next weeks:** a second round from week 3, or five minutes more. Strength through the whole range keeps it: squats and rows twice a week.
    If you sit a lot: stand up every hour, that helps most.
    { "" }**Safety:** numbness, tingling or pain down a leg or arm: have it looked at first.
    Where does it feel stiff? Tell me, and I make it your plan.
starter-stress = **A good first week against stress**
    { "" }**Walk** 15–20 minutes on most days, outside if you can, phone in the pocket, at a pace you enjoy.
    { "" }**Breathe** for 3 minutes once a day: in for four counts, out for six.
    { "" }**Loosen** for 5 minutes in the evening: cat-cow, neck stretch, child's pose, 5 slow breaths each.
    Once or twice a week something that makes you a little warm: dancing, tai chi, an easy bike ride.
    Pick one moment of the day and keep it: after lunch, after work. Short and often beats long and rare.
    { "" }**Next weeks:** five minutes more where it does you good. Nothing has to grow.
    { "" }**Sleep:** the same bedtime, 7–9 hours, screens away half an hour before.
    { "" }**If it gets too much:** talk to somebody you trust, or to a doctor. That is strength too.
    When is your quietest quarter of an hour? I can remind you of it.
starter-event = { starter-endurance }
