# Challenges and their boards. Names and stakes arrive escaped; dates, goals and titles arrive as text.

## Goals, titles

challenge-goal = { $unit ->
    [steps] { $value } steps
    [minutes] { $value } active minutes
    [km] { $value } km on foot
    [reps] { $value } reps
    [days] { $value ->
        [one] { $value } active day
       *[other] { $value } active days
    }
   *[sessions] { $value ->
        [one] { $value } workout
       *[other] { $value } workouts
    }
}
challenge-goal-activity = { $unit ->
    [steps] { $value } steps
    [minutes] { $value } min of { $activity }
    [km] { $value } km of { $activity }
    [reps] { $value } × { $activity }
    [days] { $value ->
        [one] { $value } day of { $activity }
       *[other] { $value } days of { $activity }
    }
   *[sessions] { $value ->
        [one] { $value } session of { $activity }
       *[other] { $value } sessions of { $activity }
    }
}

challenge-title-total = { $unit ->
    [steps] Most steps
    [minutes] Most active minutes
    [km] Most kilometres on foot
    [reps] Most reps
    [days] Most active days
   *[sessions] Most workouts
} in { $days ->
    [one] one day
   *[other] { $days } days
}
challenge-title-total-activity = { $unit ->
    [steps] Most steps
    [minutes] Most minutes of { $activity }
    [km] Most kilometres of { $activity }
    [reps] Most reps of { $activity }
    [days] Most days of { $activity }
   *[sessions] Most sessions of { $activity }
} in { $days ->
    [one] one day
   *[other] { $days } days
}
challenge-title-daily_goal = { $days ->
    [one] One day: { $goal }
   *[other] Every day for { $days } days: { $goal }
}
challenge-title-times_per_week = { $weeks ->
    [0] Every week, { $days } days long: { $goal }
    [1] In one week: { $goal }
   *[other] Every week for { $weeks } weeks: { $goal }
}
challenge-title-race = First to { $goal }

## The rule card

challenge-card-title = 🏁 **{ $title }**
challenge-card-period = 📅 { $first } to { $last }
challenge-card-one-day = 📅 { $first }
challenge-card-weekdays = Monday to Friday only; weekends are yours.
challenge-card-target = 🎯 Goal for each: { $goal }
challenge-card-stake = 🤝 Between friends: { $stake }
challenge-card-days = Everyone's own days count, in their own time zone, until 3 in the morning. Yesterday can still be logged for 24 hours after that.
challenge-card-cap = At most { $amount } a day count, so that nobody has to overdo it.
challenge-card-times = A day counts once, and a week up to its goal: rest days are part of it.
challenge-card-weekly = A week counts up to its goal: rest days are part of it.
challenge-card-sets = Strength sets without a time count as two minutes each.
challenge-card-late = Late? Join any time: your days count from the day you join.
challenge-card-ties = Equal scores share the place.
challenge-card-race = Whoever logs the goal first wins. It closes 15 minutes later, so that a slip can be undone.
challenge-card-end = `/challenge leave` leaves it; whoever began it can end it with `/challenge end`.
challenge-card-code = From another chat: `/join { $code }`

## Making one

challenge-choose = Which challenge shall it be? Pick one, or say it in your own words: “two weeks, 10,000 steps a day, loser buys tea”.
challenge-template-steps_daily = 8,000 steps a day, 7 days
challenge-template-minutes_total = Most active minutes, 14 days
challenge-template-workouts_weekly = 3 workouts a week, 4 weeks
challenge-template-run_race = First to 50 km of running
challenge-private = Challenges live in a group: add me to one and send /challenge there. To join one, send `/join` and its code.
challenge-shared = This chat now shows the board of **{ $title }**: one board, each person counted once.

## Buttons

challenge-button-join = 💪 I'm in
challenge-button-board = 📊 Board
challenge-button-why = ❓ My score
challenge-button-leave = Leave
challenge-button-end-sure = Yes, end it now
challenge-button-new = 🏁 New challenge

challenge-end-sure = End **{ $title }** now? The board as it stands becomes the result.

## The board

board-title = 🏁 **{ $title }**
board-upcoming = { $days ->
    [0] Starts today.
    [one] Starts tomorrow, { $first }. Join now, every day counts.
   *[other] Starts in { $days } days, { $first }. Join now, every day counts.
}
board-running = { $left ->
    [one] Day { $day } of { $days } · last day, go for it!
   *[other] Day { $day } of { $days } · { $left } days left
}
board-grace = All days are done. Entries for the last day still count for 24 hours after it; then comes the result.
board-ended = Finished on { $date }.
board-rank = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
}
board-line = { $rank } { $name } · { $value }
board-line-bar = { $rank } { $name } { $bar } { $value }
board-line-reached = { $rank } { $name } · { $value } ✅
board-line-start = ▫️ { $name } · ready to start
board-value = { $unit ->
    [steps] { $value ->
        [one] { $value } step
       *[other] { $value } steps
    }
    [minutes] { $value } min
    [km] { $value } km
    [reps] { $value ->
        [one] { $value } rep
       *[other] { $value } reps
    }
    [days] { $value ->
        [one] { $value } day
       *[other] { $value } days
    }
   *[sessions] { $value ->
        [one] { $value } workout
       *[other] { $value } workouts
    }
}
board-more = { $count ->
    [one] … and { $count } more
   *[other] … and { $count } more
}
board-empty = Nobody is on the board yet. The first one leads!
board-hint-join = Tap “I'm in”, or from another chat: `/join { $code }`
board-hint-log = Log in plain words, here or in private: “{ $example }”
board-example = { $unit ->
    [steps] 8,432 steps
    [minutes] walked 30 min
    [km] ran 5 km in 32 min
    [reps] 3 sets of 12 push-ups
    [days] yoga 20 min
   *[sessions] workout 45 min
}
board-example-activity = { $unit ->
    [minutes] { $activity } 30 min
    [km] { $activity } 5 km
    [reps] 3 sets of 12 { $activity }
   *[other] { $activity } 30 min
}
board-nameless = Someone
challenge-former-member = Former member

## Joining, leaving

challenge-joined = You're in: **{ $title }**. 加油!
challenge-joined-late = You're in: **{ $title }**. { $days ->
    [0] All its days are over; the result comes soon.
    [one] One day still counts for you.
   *[other] { $days } days still count for you.
} 加油!
challenge-joined-upcoming = You're in: **{ $title }**. It starts on { $first }.
challenge-left = You have left **{ $title }**. Your entries stay yours, and you can come back while it runs.
challenge-handed-over = { $name } looks after **{ $title }** from now on.

challenge-toast-joined = You're in. 加油!
challenge-toast-already = You're already in. Keep going!
challenge-toast-created = It's on!
challenge-toast-made = Somebody has just started this one. Tap “I'm in” to join.
challenge-toast-not-asked = I asked somebody else. To leave, send /leave.
challenge-ended-now = **{ $title }** is over. Here is the result.
challenge-toast-board = The board is up to date.

## The result

challenge-result-title = 🏆 **{ $title }**: the result
challenge-result-winner = { $name } wins with { $value }. Congratulations!
challenge-result-tie = { $names } share the first place with { $value }. Congratulations!
challenge-result-nobody = Nobody logged anything this time. No harm done: a smaller goal is a fine way to begin again.
challenge-result-reached = { $count ->
    [one] { $count } person reached the whole goal. 🎯
   *[other] { $count } people reached the whole goal. 🎯
}
challenge-result-thanks = Every day you moved counts, whatever the place. Shall we do another one?
challenge-result-stake = 🤝 You had agreed: { $stake }

## Why a score is what it is

challenge-why-title = Your score in **{ $title }**: { $value }
challenge-why-none = Nothing has counted yet. Whatever you log from now on appears here.
challenge-why-total = The sum of all your days.
challenge-why-daily_goal = One for each day with at least { $goal }.
challenge-why-times_per_week = The sum of your weeks, each up to { $goal }.
challenge-why-race = The sum of all your days, up to { $goal }.
challenge-why-day = { $date }: { $value }
challenge-why-day-ok = { $date }: { $value } ✅
challenge-why-day-part = { $date }: { $value } of { $raw } counted
challenge-why-since = Your days count from { $first }.
challenge-why-capped = more than a day can count
challenge-why-estimated = sets taken as two minutes each
challenge-why-late = an entry came more than 24 hours after its day
challenge-why-future = an entry was ahead of its day
challenge-why-held = an entry still waits for a check
challenge-why-weekend = weekends are free
challenge-why-before_joining = before you joined
challenge-why-after_leaving = after you left
challenge-why-closed = logged after the end
challenge-why-once_a_day = a day counts once
challenge-why-week_full = the week's goal was already met

## What cannot be done

challenge-refused-already_in = You're already in this challenge.
challenge-refused-ended = This challenge is over. Shall we start a new one?
challenge-refused-full = This challenge is full: { $max } people take part.
challenge-refused-not_member = You're not in this challenge.
challenge-refused-not_owner = Only the person who started it can end it.
challenge-refused-too_many_chats = The board already shows in { $max } chats; there is no room for another.
challenge-refused-unknown_code = I don't know a challenge with the code `{ $code }`. Please check it: six letters and digits.
challenge-refused-no_challenge = No challenge is running here. Start one with /challenge.
challenge-refused-target_missing = A race needs a finish line. How far, or how many?
challenge-refused-target_range = The goal must be a number above zero.
challenge-refused-target_unreachable = That is more than can count: { $most } at most. A smaller goal or more days will do it.
challenge-refused-days_range = A challenge lasts from 1 to { $max } days; { $days } won't work.
challenge-refused-no_weekdays = There is no weekday in that time. More days, or weekends too?
challenge-refused-start_past = The start is in the past. From today?
challenge-refused-start_far = The start is too far off: at most { $max } days ahead.
challenge-refused-unknown_activity = I don't know that activity yet. Which one is it?
challenge-refused-activity_missing = Repetitions of what? For example: “50 push-ups a day”.
challenge-refused-not_measured = I can't count { $activity } that way. Minutes or sessions always work.
challenge-refused-never_ranked = Weight and calories are never ranked here: it isn't good for people. Steps, minutes, distance or workouts?
