# Why something was decided: one sentence per rule.

name-template = { $template ->
    [weight_mix] walking plus simple full-body strength
    [full_body] full-body strength
    [upper_lower] upper and lower body in turn
    [push_pull_legs] push, pull and legs in turn
    [walk_run] running with walking breaks
    [running] running, easy most of the time
    [endurance] easy endurance with some strength
    [health] a mix of moving and strength
    [mobility] mobility
    [stress] calm movement and breathing
    [older] strength, walking and balance
    [pregnancy] gentle movement for pregnancy
    [youth] playful all-round training
   *[gentle] gentle movement
}
name-goal = { $goal ->
    [lose_weight] losing weight
    [build_muscle] building muscle
    [get_stronger] getting stronger
    [endurance] endurance
    [mobility] mobility
    [stress] less stress
    [event] your event
   *[health] health
}
name-part = { $part ->
    [knee] knee
    [lower_back] lower back
    [shoulder] shoulder
    [wrist] wrist
    [elbow] elbow
    [neck] neck
    [hip] hip
    [ankle] ankle
    [foot] foot
    [hamstring] hamstring
    [calf] calf
    [chest] chest
    [upper_back] upper back
   *[groin] groin
}
name-scheme = { $scheme ->
    [china_2024] the Chinese guideline of 2024
    [esc_2024] the European guideline of 2024
    [acc_aha_2025] the American guideline of 2025
    [china] the Chinese guideline
   *[ada] the American Diabetes Association
}
name-unit = { $unit ->
    [mile] mi
    [lb] lb
    [jin] jin
    [kg] kg
   *[km] km
}

rule-template = With { $days } { $days ->
    [one] day
   *[other] days
} a week I chose { name-template }.
rule-goal = Your goal: { name-goal }.
rule-assumed-goal = You have not named a goal, so I planned for general health.
rule-assumed-days = You have not said how many days suit you, so I assumed { $days }.
rule-assumed-minutes = You have not said how much time you have, so I assumed { $minutes } minutes.
rule-assumed-equipment = You have not named any equipment, so everything works without.
rule-assumed-experience = You have not said how experienced you are, so it starts at a beginner's level.
rule-age-unknown = I do not know your age, so I set no heart-rate or calorie numbers.
rule-assumed-activity = You have not said how active your days are, so the estimate assumes mostly sitting.
rule-not-screened = The health questions are not answered yet, so everything stays light to moderate.
rule-screen-flagged = With what you told me about your health, everything stays light to moderate until a doctor has agreed to more.
rule-screen-expired = Your answers to the health questions are over a year old, so everything stays light to moderate until we renew them.
rule-older-balance = From 65 on, balance on three days a week helps against falls, so it is part of most sessions.
rule-minor = You are under 18, so: variety, light loads, good technique, no weight targets and no maximum tests. Please show the plan to a parent or guardian.
rule-pregnancy = In pregnancy: moderate effort, you can still talk; nothing on your back or belly, no jumps. Please ask your midwife or doctor first, and stop with bleeding, dizziness, chest pain or contractions.
rule-ed-support = This plan is about feeling well in your body. No weight or calorie targets here. If eating weighs on you, you deserve support from someone trained in it.
rule-injury = Your { name-part }: I left out the movements that usually load it. If something hurts, stop and tell me.
rule-condition = { $condition ->
    [heart] You mentioned a heart condition: light to moderate only, and please agree the plan with your doctor.
    [hypertension] You mentioned high blood pressure: no long holds, no breath-holding, and reserve in every set.
    [diabetes] You mentioned diabetes: have something sweet with you and look at your values around training.
    [diabetes_insulin] You use insulin: measure before training, have fast sugar with you, and agree changes with your team.
    [asthma] You mentioned asthma: warm up slowly and have your inhaler with you.
    [kidney] You mentioned kidney disease: I give no protein numbers; please agree training with your doctor.
    [epilepsy] You mentioned epilepsy: no swimming or climbing alone, so it is not in the plan.
   *[joint] You mentioned your joints: slow movements, a range that does not hurt.
}
rule-effort-not-heart-rate = Your heart rate is not a good guide for you right now, so go by effort: can you still talk?
rule-strength-days = { $days ->
    [one] Strength on one day a week is a start; two are recommended.
   *[other] Strength on { $days } days a week; at least two are recommended.
}
rule-sets-per-muscle = The most for one muscle is { $sets } sets a week ({ name-muscle }); at your level I stay at { $limit } or fewer.
rule-double-progression = First add repetitions up to the upper number, then a little weight (or a harder variant), and start at the lower number again.
rule-48-hours = Hard work for the same muscle is at least 48 hours apart, because it grows stronger while resting.
rule-aerobic = Endurance: { $first } minutes in the first week, up to { $most } later. { $goal } a week is the public recommendation; every walk in between counts.
rule-joint-friendly = Endurance by { name-activity }, because it spares what hurts.
rule-walk-run = Short runs with walking breaks; the runs get 15 seconds longer each week while the session stays the same length.
rule-ten-percent = From week to week at most about 10 % more.
rule-why-asked = Each answer makes the plan fit you better: how much, how hard, with what, and what to leave out. What you skip I take at its careful value.
rule-why-readiness = Effort is safe for most people, but not for everybody at once. Seven questions find those who should ask a doctor first; the answers decide how hard the plan may be.
rule-rest-day = The body adapts between sessions, so the plan leaves days free on purpose.
rule-starter = A first week for everybody: what the public recommendations advise (moving on most days, strength on two), begun at the easy end.
rule-starter-easy = I know too little of you yet for more than that; with a few facts it becomes your own plan.
rule-note-who-reached = Adults are advised 150 active minutes a week; brisk walking counts once, running and the like count double. (WHO 2020)
rule-note-week-minutes = Adults are advised 150 active minutes a week; brisk walking counts once, running and the like count double. (WHO 2020)
rule-note-week-minutes-over = Adults are advised 150 active minutes a week; brisk walking counts once, running and the like count double. (WHO 2020)
rule-note-strength-days = Strength for all big muscles on at least two days a week is recommended. (WHO 2020)
rule-note-best-1rm = Estimated from your best set of ten repetitions or fewer: load × (1 + repetitions ÷ 30). (Epley)
rule-note-bp = I compared your reading with the bands of the guideline named there. A single value swings with stress, coffee and movement.
rule-note-sleep = I compared your night with the hours recommended for your age. (National Sleep Foundation 2015)
rule-easier-week = Week { $week } is easier: about half the sets, so that you come back stronger.
rule-steps = { NUMBER($steps) } steps a day are a good aim for now. Most of the benefit comes before 10,000.
rule-energy = About { $kcal } kcal a day (your need is near { $need }) would mean roughly { $loss } kg less a week. It is an estimate, ±10 %.
rule-energy-floor = { $why ->
    [resting] I do not go below { $kcal } kcal, about what your body uses at rest. Slower, but easier to keep.
   *[floor] I do not go below { $kcal } kcal without a doctor. Slower, but easier to keep.
}
rule-energy-needs-facts = For a calorie estimate I would need age, height and weight. It works without, too.
rule-no-deficit = { $why ->
    [minor] Under 18 I plan no calorie deficit and no weight loss. Growing comes first.
    [pregnant] In pregnancy and while breast-feeding I plan no calorie deficit.
    [underweight] Your weight (or your target) is below the suitable range, so I plan no weight loss. Strength and well-being come first.
    [see_doctor] With insulin, eating less has to be agreed with your doctor first, so I give no calorie number.
    [no_room] Eating less would not do you good here, so I give no calorie number. Moving more is enough.
   *[other] I give no calorie number here.
}
rule-protein = { $low }–{ $high } g of protein a day support training; spread over the meals.
rule-progress-wait = Two sessions with this load tell more than one; then we decide.
rule-progress-hold = Not every set was at the goal yet, so the load stays.
rule-progress-increase = Two sessions in a row were two repetitions above the goal, so the load goes up one step.
rule-progress-decrease = Two sessions in a row fell short, so a little less load: technique first, then up again.
rule-progress-add-reps = Still within the range, so first one or two more repetitions.
rule-progress-small-steps = The next weight would be more than 10 % up, so first more repetitions with this one.

# Something worth knowing after a log.

note-longest = { $distance } { name-unit }: your farthest in { $days } days ({ name-activity }).
note-again = Back to { name-activity } after { $days } days. A gentle start is just right.
note-who-reached = { $minutes } of { $goal } active minutes this week: the recommended amount is reached.
note-week-minutes = { $minutes } of { $goal } recommended active minutes this week, { $left } to go.{ $double ->
    [yes] { " " }Vigorous ones count double.
   *[no] { "" }
}
note-week-minutes-over = { $minutes } active minutes this week, above the recommended { $goal }.
note-week-distance = { $distance } { name-unit } { name-activity } this week so far; all of last week: { $last } { name-unit }.
note-best-1rm = Best estimated maximum in 60 days ({ name-activity }): { $load } { name-unit }, before { $before } { name-unit }.
note-most-reps = { $reps } { name-activity } in one session is your most in 60 days (before: { $before }).
note-strength-days = Strength on { $days } days this week; at least { $goal } are recommended.
note-steps-above = { NUMBER($steps) } steps: { NUMBER($more) } more than your usual { NUMBER($usual) } (middle of the last { $days } days).
note-steps-below = { NUMBER($steps) } steps. Your usual is { NUMBER($usual) } (middle of the last { $days } days).
note-steps-same = { NUMBER($steps) } steps, exactly your usual.
note-steps-distance = { NUMBER($steps) } steps are about { $distance } { name-unit } for your height.
note-water = { NUMBER($ml) } ml today so far.
note-rest = Rest after { $days } active { $days ->
    [one] day
   *[other] days
} this week. That is when the body adapts.
note-alarm = { $action ->
    [recheck] That is a little outside the usual. Please rest a few minutes and measure again.
    [no_training] With a fever, no training today. Rest, drink, and see how tomorrow looks.
    [stop_and_eat_carbs] That is low. Please take 15–20 g of fast sugar now, measure again in 15 minutes, and no training until it is back up.
    [repeat_then_urgent_care] That is high. Please sit quietly for 5 minutes and measure again. If it stays there, contact a doctor today. With chest pain, breathlessness, weakness or trouble speaking, call the emergency number now.
    [urgent_care] Please have this looked at today, and do not train until then. If you feel unwell, call the emergency number.
   *[emergency] This needs help now. Please call the emergency number.
}
note-bp = { $systolic }/{ $diastolic } mmHg lies in the band “{ $band ->
    [normal] normal
    [elevated] elevated
    [stage_1] stage 1
    [stage_2] stage 2
    [severe] severe
    [non_elevated] not elevated
    [hypertension] high
    [high_normal] high-normal
    [grade_1] grade 1
    [grade_2] grade 2
   *[grade_3] grade 3
}” of { name-scheme }. One reading is not a diagnosis: sit 5 minutes, measure twice, on several days.
note-bp-week = Mean of { $readings } readings in 7 days: { $systolic }/{ $diastolic } mmHg, { $high ->
    [yes] at or above
   *[no] below
} the home threshold of { name-scheme }. { $high ->
    [yes] Worth showing to your doctor; it is not a diagnosis.
   *[no] It is not a diagnosis, just a good record.
}
note-resting = Resting heart rate { $bpm }; your usual is { $usual }.
note-resting-raised = Resting heart rate { $bpm } for the third time, at least 5 above your usual { $usual }. Tired, stressed or coming down with something? Take it easier today.
note-resting-count = { $have } of { $need } mornings: then I know your usual resting heart rate.
note-glucose = { $value } mmol/L fasting: { $band ->
    [normal] within the normal band
    [prediabetes_range] in the raised band
    [impaired_fasting] in the raised band
   *[diabetes_range] in the band that a doctor should look at
} of { name-scheme }. This is not a diagnosis.
note-sleep = { $hours } h; for your age { $low }–{ $high } h are recommended{ $where ->
    [below] , so this was a short night. One night does little; several add up.
    [above] , so this was a long one.
   *[within] . Right in the range.
}
note-sleep-week = { $nights } nights, { $hours } h on average; for your age { $low }–{ $high } h are recommended{ $where ->
    [below] . A fixed bedtime 20 minutes earlier is a good first step.
    [above] .
   *[within] . Right in the range.
}
note-sleep-mean = { $nights } nights, { $hours } h on average.
note-weight-week = Mean of this week: { $weight } { name-unit }, { $where ->
    [same] the same as the week before.
    [down] { $change } { name-unit } less than the week before. Single days swing by 1–2 kg of water.
   *[up] { $change } { name-unit } more than the week before. Single days swing by 1–2 kg of water.
}
