# The talk with the coach: first contact, getting to know, plans, logging, free talk.

intro = Hi, I am **Jiayou** (加油, “you can do it”), your fitness coach in this chat. I am an AI, not a doctor. What you tell me here stays between us, and /delete forgets it all.
start-known = Good to see you. Tell me what you did (“ran 5 km in 28 min”, “slept 7 h”), or ask for today’s session.
help =
    { "" }**What I can do**
    • Just write what you did: “ran 5 km in 28 min”, “bench 60 kg 5x5”, “8,400 steps”, “slept 7 h”, “BP 124/79”. Wrong? Tap Undo, edit your message, or write “it was 6 km”.
    • /plan makes a plan that fits you, /today shows today’s session, /why tells the reasons
    • /challenge starts one with friends, best in your group chat; /join CODE joins one; /board shows it
    • /me shows what I know, /settings reminders, quiet hours, units and language
    • /link joins your accounts on two platforms, /export sends you everything, /delete forgets everything
    • /stop ends all reminders
thanks = You are welcome. 加油!
unknown-command = I do not know that command. Plain words work best: “ran 5 km”, “make me a plan”, “help”.

button-today = Today’s session
button-help = What can you do?
button-plan = Make me a plan
button-plan-now = Plan with what you know
button-new-plan = New plan
button-plan-yes = Start this plan
button-plan-no = Not now
button-skip = Skip
button-later = Later
button-yes = Yes
button-no = No
button-why = Why?
button-done = Done
button-undo = Undo
button-redo = Put it back
button-held-right = That’s right
button-held-wrong = Not right
button-settings = Settings
button-export = Export
button-readiness-none = None of these
button-readiness-some = Yes to some
button-remind-no = No reminders

stale-button = This button is from earlier and does nothing any more.
nothing-to-skip = There is nothing open to skip.
profile-updated = Noted. Your plan stays as it is; tap New plan if it should take this into account.
noted = ✓ { $facts }
noted-already = That is noted already.
list-join = { ", " }
load-value = { $value } { $unit ->
    [lb] lb
    [jin] jin
   *[kg] kg
}

# What is asked, at most two things at a time.

ask-goal = What would you like most? Tap, or say it in your own words.
ask-height-cm-weight-kg = How tall are you, and what do you weigh? For example: 170 cm, 65 kg.
ask-height-cm = How tall are you?
ask-weight-kg = What do you weigh?
ask-age-sex = How old are you, and are you female or male? Some formulas differ; you can skip it.
ask-age = How old are you?
ask-sex = Are you female or male? Some formulas differ; you can skip it.
ask-days-per-week-minutes-per-session = How many days a week suit you, and how many minutes each time?
ask-days-per-week = How many days a week suit you?
ask-minutes-per-session = How many minutes each time?
ask-experience-equipment = How used are you to training, and what do you have to train with?
ask-experience = How used are you to training?
ask-equipment = What do you have to train with?
ask-injuries-diet = Does anything hurt, or any illness I should plan around? And is there food you do not eat?
ask-injuries = Does anything hurt, or any illness I should plan around?
ask-diet = Is there food you do not eat?

answer-goal = { $value ->
    [lose_weight] Lose weight
    [build_muscle] Build muscle
    [get_stronger] Get stronger
    [endurance] Endurance
    [mobility] Mobility
    [stress] Less stress
    [event] An event
   *[health] Health
}
answer-sex = { $value ->
    [female] Female
   *[male] Male
}
answer-experience = { $value ->
    [beginner] New to it
    [intermediate] Some experience
   *[advanced] Experienced
}
answer-activity-level = { $value ->
    [sedentary] mostly sitting
    [light] a little active
    [moderate] fairly active
    [very] very active
   *[extra] hard physical work
}
answer-days-per-week = { $value }{" "}{ $value ->
    [one] day
   *[other] days
}
answer-minutes-per-session = { $value } min
answer-equipment = { $value ->
    [none] Nothing
    [dumbbells] Dumbbells
    [barbell] Barbell
    [gym] A gym
    [kettlebell] Kettlebell
    [bands] Bands
    [pull_up_bar] Pull-up bar
    [bike] Bike
    [treadmill] Treadmill
    [rower] Rowing machine
    [pool] Pool
    [bench] Bench
   *[rope] Jump rope
}
answer-diet = { $value ->
    [omnivore] everything
    [vegetarian] vegetarian
    [vegan] vegan
    [halal] halal
    [kosher] kosher
    [lactose_free] no lactose
    [gluten_free] no gluten
   *[pescatarian] fish, no meat
}
answer-injuries = { $value ->
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
answer-conditions = { $value ->
    [heart] heart
    [hypertension] high blood pressure
    [diabetes] diabetes
    [diabetes_insulin] diabetes with insulin
    [asthma] asthma
    [kidney] kidneys
    [gout] gout
    [joint] joints
    [epilepsy] epilepsy
   *[other] another condition
}
answer-medications = { $value ->
    [beta_blocker] beta blocker
    [heart_rate] medicine for the heart rate
    [insulin] insulin
    [blood_thinner] blood thinner
   *[other] a medicine
}

fact-goal = goal: { $value }
fact-height-cm = { $value } tall
height-cm = { $value } cm
height-feet = { $feet }′{ $inches }″
fact-weight-kg = weight { $value }
fact-goal-weight-kg = target weight { $value }
fact-dumbbell-kg = dumbbells up to { $value }
fact-age = { $value } years old
fact-birth-year = born in { $value }
fact-sex = { $value }
fact-experience = training: { $value }
fact-activity-level = daily life: { $value }
fact-days-per-week = { $value }{" "}{ $value ->
    [one] day
   *[other] days
} a week
fact-minutes-per-session = { $value } minutes each time
fact-equipment = to train with: { $value }
fact-diet = food: { $value }
fact-injuries = careful with: { $value }
fact-conditions = health: { $value }
fact-medications = medicine: { $value }
fact-pregnant = pregnant
fact-breastfeeding = breastfeeding
fact-zone = time zone { $value }
fact-next-session = next session: { $session }, { $date }

# Readiness, plans, today

readiness-later = All right, later. Until then everything stays light to moderate.
readiness-known = Thank you. Because of what you told me about your health earlier, please check with a doctor before anything harder than light activity. Until then I plan walks, mobility and gentle strength.
plan-first = Gladly. A few short questions first; skip whatever you like.
plan-refused = I cannot make a plan from what I know. Tell me your age, and how many days and minutes a week suit you.
plan-refused-minor = Under 13 you need no training plan: play, sports with friends, cycling, swimming, an hour of moving a day in any way that is fun. Show this to a parent or guardian. I gladly log what you do.
plan-over = Your last plan has come to its end: { $done } of { $planned } sessions done. Time for a new one?
plan-offer = Here is a plan for you. Nothing starts before you say so.
plan-minor = You are under 18: please look at this together with a parent or guardian, and have them agree before you start.
plan-declined = All right, not now. Tell me what you would change, or ask for a plan whenever you like.
plan-already-running = This plan has already started.
plan-started = **Your plan has started.** Ask “what’s today” any time. The first session:
remind-offer = Shall I remind you once a day? Pick a time, or write one (“remind me at 7:15”).
swap-how = I cannot swap a single exercise yet. Tell me what hurts or what you have to train with, and a new plan leaves out what does not suit you.
today-rest = No session today: rest is part of the plan. An easy walk is always fine.
today-next = Next session: { $date }.
today-done-already = That session is done and logged. 💪
done-what = Which session was that? Tell me what you did, for example “45 min strength training”.
why-nothing = There is nothing to explain yet. Ask again after a plan, a session or a reminder.
why-intro = These facts and rules led there:
yes-to-what = Good! To what, though? Tell me what you did, or ask for today’s session.
yes-tell = Tell me a little more, or tap Skip.
no-to-what = All right. Nothing changes.

# Logging

held-dropped = Left out. Please write it again the way it was.
undo-nothing = There is nothing to take back.
undone = Taken back:
    { $entries }
log-kept-too = I kept what you logged: { $entries }
log-how-much = How long, or how far? Say “it was 30 min”, and it counts toward your week.
correct-what = I am not sure which entry you mean. Tap Undo under it and write it anew, or edit your message.
correct-kept = { $why } So the entry stays as it was.
week-so-far = This week so far: active on { $days }{" "}{ $days ->
    [one] day
   *[other] days
}{ $minutes ->
    [0] { "" }
   *[other] , { NUMBER($minutes) } minutes
}{ $steps ->
    [0] .
   *[other] , { NUMBER($steps) } steps.
}
day-entries = **{ $date }**
    { $entries }
day-empty = Nothing is logged for { $date }.
week-empty = Nothing is logged this week yet.

me-title = **{ $name }**, this is what I know of you:
me-title-nameless = **This is what I know of you:**
me-nothing = Nothing yet. Tell me about yourself, for example “34, 170 cm, 65 kg, want to get fitter, 3 days a week”.
me-latest = **Last entries**

# What cannot be answered otherwise

upload-later = I cannot read files or pictures yet. Please write in words what it shows, and I log it.
text-long = That was very long. I read the first part; please send the rest in smaller pieces.
nothing-read = 😊 Tell me in a few words what you did or what you need.
not-understood = I did not quite get that. Once more in other words, or skip it:
not-understood-goal = I could not match that to a goal. Which of these comes closest?
talk-question = I am not sure I can answer that well.
talk-smalltalk = 😊 I am an AI coach, better at training than at small talk.
talk-statement = I am not sure what to do with that.
talk-beside = Your question goes beyond what I can answer well.
pain-advice = For now, leave out what hurts. What does not hurt is fine, easy and short; stop if pain comes up. If it is strong, swollen, or no better in a week or two, let a doctor or physiotherapist look at it.
unwell = Sorry to hear that. Please stop, sit or lie down, and drink something; no training until you feel well again. If it does not pass soon, or chest pain, trouble breathing or fainting comes with it, get medical help right away.
mood-praise = That is great to hear!
mood-frustration = That sounds frustrating. A hard day does not undo what you have done.
mood-discouragement = That is a hard place to be. One small step counts: five minutes today are enough.
mood-distress = I am sorry it is so heavy right now. Training can wait; talking to somebody you trust may help most.
talk-can = You can tell me what you did (“ran 5 km”), or ask for a plan, today’s session, a challenge with friends or a reminder.
error-sorry = Something went wrong on my side. What you logged before is safe; please send this again in a moment.

# The command menu

menu-help = What I can do
menu-today = Today’s session
menu-plan = Your plan
menu-challenge = A challenge with friends
menu-join = Join a challenge by its code
menu-board = How the challenge stands
menu-me = What I know about you
menu-undo = Take back the last entry
menu-why = Why you said that
menu-settings = Reminders, quiet hours, units
menu-language = Language: English, 中文
menu-link = Join your accounts on two platforms
menu-export = Send me all my data
menu-delete = Forget everything about me
menu-stop = No more reminders
