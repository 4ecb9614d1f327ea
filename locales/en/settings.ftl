# Settings, reminders, and what the coach says unasked.

language-en = English
language-zh-Hans = 中文

settings-title = **Your settings**
settings-language = Language: { $name }
settings-zone = Time zone: { $zone }, where it is { $now } now{ $said ->
    [assumed] { " " }(my guess)
   *[said] { "" }
}
settings-remind-on = Reminder: daily at { $at }, { $most ->
    [one] once a week at most
   *[other] at most { $most } times a week
}
settings-remind-off = Reminder: off. I write only when you write.
settings-paused = Paused up to and including { $date }
settings-quiet = Quiet hours: { $start }–{ $end }
settings-quiet-none = Quiet hours: none
settings-units = Units: { $load }, { $distance }
settings-unit-kg = kg
settings-unit-lb = lb
settings-unit-jin = jin
settings-unit-km = km
settings-unit-mile = miles
settings-day-start = Your day starts at { $at }: what you do before that counts for the day before
settings-talk = Free talk with the language model: { $state ->
    [on] on
   *[off] off
}

settings-button-zone = 🌍 Time zone
settings-button-remind = ⏰ Reminder
settings-button-remind-on = ⏰ Reminders on
settings-button-remind-off = No reminders
settings-button-quiet = 🌙 Quiet hours
settings-button-quiet-off = No quiet hours
settings-button-move-quiet = Move my quiet hours
settings-button-pause = ⏸ Pause a week
settings-button-resume = ▶️ Go on now
settings-button-less = 🔉 Fewer messages
settings-button-more = 🔊 As many as before
settings-button-units = 📏 Units
settings-button-talk-on = 💬 Free talk on
settings-button-talk-off = 💬 Free talk off

## Language and zone

language-which = Which language shall we speak?
language-unknown = I speak English and Chinese. Which one shall it be?
language-now = English it is.

zone-ask = Which city are you in? Then my clock runs like yours.
zone-unknown = I could not place that on the clock. Which large city is closest to you? “Berlin”, “Vancouver” or a zone like “America/Lima” will do.
zone-now = Your time zone is { $zone }; it is { $now } there now.

## The reminder

remind-when = When shall I remind you? Pick a time, or write one: “remind me at 6:45”.
remind-set = Reminder set: daily at { $at }, { $most ->
    [one] once a week at most
   *[other] at most { $most } times a week
}, and never on a day you have already moved.
remind-stays = Your reminder comes at { $at } local time.
remind-zone = That is your time in { $zone }, where it is { $now } now.
remind-zone-assumed = I assume { $zone }, where it is { $now } now. Which city are you in?
remind-off = Reminders are off. I write only when you write. “Remind me at 18:00” turns them on again.
remind-declined = No reminders, then. If you change your mind: “remind me at 18:00”.
remind-in-quiet = { $at } lies in your quiet hours ({ $start }–{ $end }), so I have not set it. Shall I move the quiet hours to { $new }–{ $until }, or is another time better?

less-now = Fewer, then: { $most ->
    [one] one message a week at most.
   *[other] at most { $most } messages a week.
}
less-off-anyway = At the moment no reminder is on, so nothing comes anyway.
less-fewest = It is one message a week at most already. I can also stay silent.
more-now = At most { $most ->
    [one] one message
   *[other] { $most } messages
} a week again.

snooze-set = I will be back at { $at } ({ $date }).
snooze-moved = That would be in your quiet hours, so I will be back when they are over: { $at } ({ $date }).

quiet-now = Noted. No unasked message in this time:
quiet-which = When shall it be quiet? Pick one, or write “quiet hours 22:00 to 8:00”.
quiet-moves-reminder = Your reminder at { $at } falls into it; it will come at { $end } instead.

## Pause and stop

pause-illness = Get well soon. No training with a fever; when you are better, start with half and see how it feels.
pause-travel = Have a good trip. A walk in a new place is training enough.
pause-period = Take it easy. Move if it does you good, rest if it does not; both are right.
pause-exams = Good luck with your exams. A ten-minute walk between two chapters clears the head.
pause-holiday = Enjoy your holiday. Rest is part of the plan.
pause-injury = Sorry to hear that. Give it time; if it swells, will not bear weight or does not get better, have it looked at.
pause-other = Take the time you need.
pause-until = I stay silent up to and including { $date }. Nothing you have done is lost, and I still answer when you write.
resume-now = Welcome back. The pause is over.

stop-done = Done: I send nothing unasked any more. I still answer when you write. “Remind me at 18:00” or the button turns reminders on again.

talk-consent-on = Free talk is on: what my rules cannot answer goes to the language model, with what it needs to know of you.
talk-consent-off = Free talk is off: nothing you write goes to the language model. Plans, logging, challenges and reminders work as before.

## Unasked messages. `title` is the session.

nudge-session-1 = **{ $title }** is on for today, about { $minutes } minutes. Is now a good moment?
nudge-session-2 = Today's session: **{ $title }**, { $minutes } minutes. The first five are the hardest; after that it carries you.
nudge-session-3 = { $minutes } minutes of **{ $title }** wait for you today. Half of it counts, too.
nudge-session-4 = Shoes on? **{ $title }**, about { $minutes } minutes, then the evening is yours.
nudge-checkin-1 = How was your day? If you moved, tell me in a few words and I will write it down.
nudge-checkin-2 = A short one: what moved you today? A walk, the stairs, a stretch, all of it counts.
nudge-checkin-3 = Is there room for ten minutes on your feet today? Write what you did and it is in your diary.
nudge-checkin-4 = Checking in: how are you, and have you moved today?
nudge-rest-1 = No session today: rest is when the training settles. How do you feel?
nudge-rest-2 = A day off in your plan. A stroll is welcome, nothing is required.
nudge-rest-3 = Nothing planned today. If you moved anyway, tell me and I will write it down.
nudge-rest-4 = Rest day. Sleep well tonight; that is half of the progress.
nudge-farewell = My reminders go unanswered, so I will stop now and not bother you. Your diary and your plan stay; write to me whenever you like and we go on.

nudge-button-done = ✅ Done
nudge-button-session = Show session
nudge-button-snooze = ⏰ In 1 hour
nudge-button-less = Less like this
nudge-button-stop = Stop
nudge-button-why = Why?
nudge-button-again = Keep reminding me

nudge-why = Why I wrote:
nudge-why-nothing = I have not sent you anything unasked yet.
rule-nudge-time = You asked for a reminder at { $at } ({ $zone }).
rule-nudge-session = Your plan has a session of { $minutes } minutes on that day, and it was not marked as done.
rule-nudge-nothing-logged = Nothing was in your diary for that day yet.
rule-nudge-farewell = My last messages were not answered, so this one said goodbye.
rule-nudge-count = It was number { $count } in seven days; { $most ->
    [one] one is
   *[other] { $most } are
} the most, and never two on one day unless you ask.
rule-nudge-quiet = In your quiet hours, { $from }–{ $until }, I send nothing.
rule-nudge-taper = After { $weekly } unanswered messages I write once a week, after { $stop } I stop.
