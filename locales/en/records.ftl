# How what was logged is said back, piece by piece.

line-separator = { " · " }
list-separator = { ", " }

day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow

duration = { $sign ->
    [minus] −
   *[plus] { "" }
}{ $shape ->
    [h] { $hours } h
    [hm] { $hours } h { $minutes } min
    [hms] { $hours } h { $minutes } min { $seconds } s
    [m] { $minutes } min
    [ms] { $minutes } min { $seconds } s
   *[s] { $seconds } s
}

entry-nothing = Entry
entry-rest-day = Rest day
entry-reps = { $sets ->
    [1] { $reps } { $reps ->
        [one] rep
       *[other] reps
    }
   *[other] { $sets }×{ $reps }
}
entry-reps-load = { $sets ->
    [1] { $reps } × { $load }
   *[other] { $sets }×{ $reps } × { $load }
}
entry-hold = { $sets ->
    [1] { $hold }
   *[other] { $sets } × { $hold }
}
entry-hold-load = { $sets ->
    [1] { $hold } with { $load }
   *[other] { $sets } × { $hold } with { $load }
}
entry-load = { $sets ->
    [1] { $load }
   *[other] { $sets } sets × { $load }
}
entry-sets = { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
}
entry-set = { $reps } × { $load }
entry-count = { $reps }
entry-set-list = { $list }
entry-reps-list = { $list } reps
entry-reps-list-load = { $list } × { $load }
entry-mass = { $value } { name-unit }
entry-length = { $value } { $unit ->
    [m] m
    [yd] yd
    [mile] mi
   *[km] km
}
entry-intervals = { $sets } × { $each }
entry-steps = { NUMBER($steps) } { $steps ->
    [one] step
   *[other] steps
}
entry-floors = { $floors } { $floors ->
    [one] floor
   *[other] floors
}
entry-pace = { NUMBER($minutes, useGrouping: 0) }:{ $seconds } { $per ->
    [mile] /mi
    [m100] /100 m
    [yd100] /100 yd
    [m500] /500 m
   *[km] /km
}
entry-speed = { $value } { $unit ->
    [mile] mph
   *[km] km/h
}
entry-incline = { $value }% incline
entry-avg-bpm = avg { $bpm } bpm
entry-rpe = RPE { $value }
entry-rir = { $value } in reserve
entry-pause = rest { $duration }
entry-sleep = slept { $duration }
entry-nap = nap { $duration }
entry-awakenings = { $count ->
    [0] slept through
    [1] woke up once
    [2] woke up twice
   *[other] woke up { $count } times
}
entry-pressure = blood pressure { $systolic }/{ $diastolic } mmHg
entry-pulse = pulse { $bpm }
entry-resting = resting heart rate { $bpm }
entry-oxygen = blood oxygen { $value }%
entry-glucose = blood glucose { $value } { $unit ->
    [mgdl] mg/dL
   *[mmol] mmol/L
}{ $when ->
    [fasting] , fasting
    [before_meal] , before a meal
    [after_meal] , after a meal
    [bedtime] , at bedtime
   *[any] { "" }
}
entry-temperature = temperature { $value } { $unit ->
    [f] °F
   *[c] °C
}
entry-weight = weight { $mass }
entry-weight-change = weight { $way ->
    [down] down
   *[up] up
} { $mass }
entry-height = height { $height }
entry-tall = { $unit ->
    [ft] { $value }′{ $inches }″
   *[cm] { $value } cm
}
entry-water = { NUMBER($ml) } ml of water

# Reasons: the rule, then where it comes from.

reason-sourced = { $text } ({ $source })
reason-line = • { $text }

# A session and a plan.

session-head = **{ $title }** · { $date } · about { $minutes } min · week { $week } of { $weeks }
session-line = • { $text }
session-note = *{ $text }*

overview-head = **{ $title }**
overview-frame = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}, { $days ->
    [one] { $days } day
   *[other] { $days } days
} a week, about { $minutes } minutes each, from { $date }.
overview-week = **Week 1**
overview-session = • { $weekday }: { $title }, { $minutes } min
overview-aims = **What goes with it**
overview-steps = • about { NUMBER($steps) } steps a day
overview-aerobic = • step by step to { $minutes } minutes of endurance a week, walks included
overview-energy = • about { NUMBER($kcal) } kcal a day
overview-protein = • { $low }–{ $high } g of protein a day

# What reads two ways.

doubt-unit = { $name }: which unit was that in?
doubt-load-or-sets = { $name }: is { $number } the weight or the number of sets?
doubt-distance-or-steps = Was that { $distance } or { $steps }?
doubt-which-activity = { $what }: what did you do?
doubt-weight = Weight
doubt-option-kg = kg
doubt-option-lb = lb
doubt-option-jin = jin
doubt-option-km = km
doubt-option-mile = miles
doubt-option-load = Weight
doubt-option-sets = Sets
doubt-option-distance = Distance
doubt-option-steps = Steps

# What was not understood as real. `what` is the entry as read.

held-whole = { $why } { $then }
held-then = { $verdict ->
    [review] I have kept it, and it counts as soon as you confirm it.
   *[reject] So I have not kept it. Please send it again as it was.
}
held-future-date = { $what }: that day is still to come, and I log what is done.
held-old-date = { $what }: that would be more than a year ago.
held-negative = { $what }: a number below zero cannot be right.
held-zero = { $what }: there is a zero in it.
held-faster-than-record = { $what }: that would beat the world record, so a number must have slipped.
held-fast = { $what }: that is almost world class. Great if so, but maybe a number has slipped.
held-distance-long = { $what }: that is farther than almost anyone gets in a day.
held-duration-long = { $what }: that is longer than almost any workout.
held-floors-high = { $what }: that is higher than almost anyone climbs in a day.
held-bpm-range = { $what }: a heart rate outside 25 to 230 is most likely a misreading. Please measure again; if it stays there or you feel unwell, get medical help.
held-reps-high = { $what }: that is more than almost anyone does in a day.
held-load-high = { $what }: that is more than almost anyone lifts. Is the unit right?
held-hold-long = { $what }: that is longer than almost anyone holds.
held-rpe-range = { $what }: effort (RPE) goes from 1 to 10.
held-steps-high = { $what }: that is more than almost anyone walks in a day.
held-cadence-high = { $what }: that is more steps a minute than legs can take, so the steps or the time must be off.
held-sleep-range = { $what }: that is an unusual length for sleep.
held-bp-range = { $what }: I can take 60 to 260 over 30 to 160, the first number well above the second. Please measure again; if you feel unwell, get medical help.
held-spo2-range = { $what }: blood oxygen lies between 50 and 100%. Please measure again with a warm, still finger; if you feel unwell, get medical help.
held-glucose-range = { $what }: I can take { $low } to { $high } { $unit ->
    [mgdl] mg/dL
   *[mmol] mmol/L
}. Please measure again; if you feel unwell, get medical help.
held-temp-range = { $what }: I can take { $low } to { $high } { $unit ->
    [f] °F
   *[c] °C
}. Please measure again; if you feel unwell, get medical help.
held-weight-range = { $what }: I can take { $low } to { $high }. Is the unit right?
held-weight-jump = { $what }: that is far from the weight I know. Is the unit right?
held-weight-change-high = { $what }: that is a very large change.
held-water-high = { $what }: that is more than is healthy in a day.
held-model-reading = I read this as { $what }. Is that right?

# Facts that cannot be right.

implausible-height-cm = I read a height of { $value }; I can take { $low } to { $high }. How tall are you?
implausible-weight-kg = I read a weight of { $value }; I can take { $low } to { $high }. How much do you weigh?
implausible-goal-weight-kg = I read a target weight of { $value }; I can take { $low } to { $high }. What is your target?
implausible-dumbbell-kg = I read a dumbbell of { $value }; I can take { $low } to { $high }. How heavy is your heaviest one?
implausible-age = I read an age of { $value }; I can take { $low } to { $high }. How old are you?
implausible-birth-year = I read { $value } as your birth year; I can take { $low } to { $high }. When were you born?
implausible-days-per-week = I read { $value } days a week; it can be { $low } to { $high }. How many days suit you?
implausible-minutes-per-session = I read { $value } minutes; I can take { $low } to { $high }. How many minutes do you have for one session?
implausible-pair = Your height and your weight do not fit together ({ $value }). Could you send both again, with units?
