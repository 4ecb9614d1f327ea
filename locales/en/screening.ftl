# Answers to red flags: short, kind, clear. First what it may be about, then what to do now.

screening-about-cardiac = What you describe can come from the heart.
screening-about-syncope = Fainting, or nearly fainting, needs to be looked at.
screening-about-breathing = Trouble breathing has to be taken seriously.
screening-about-stroke = These can be signs of a stroke, and every minute counts.
screening-about-hypertensive = That blood pressure is above the line where it needs attention.
screening-about-palpitations = A heart that races or stumbles like this should be checked.
screening-about-heart-rate = That pulse is outside what is usual at rest.
screening-about-spo2 = That oxygen value is lower than it should be.
screening-about-heat = This sounds like the heat has become dangerous. Get into the shade, cool the skin with water.
screening-about-rhabdo = Very dark urine after hard exercise can mean muscle breakdown that harms the kidneys. Stop training now.
screening-about-hypoglycaemia = That sounds like low blood sugar. If you can swallow, take 15–20 g of sugar (juice, glucose tablets) right away and check again in 15 minutes.
screening-about-hyperglycaemia = That blood sugar needs attention before any exercise.
screening-about-neuro-spine = Head, neck and nerve signs like these must not wait. Move as little as possible.
screening-about-fever = With a fever the heart is at risk under effort: no training until you have been fever-free for a day or two.
screening-about-low-pressure = Low pressure with dizziness: lie down, legs up, drink something.
screening-about-musculoskeletal = That sounds like more than a strain. Keep weight off it and keep it still.
screening-about-dvt = One swollen, painful calf can be a blood clot. Do not massage it, do not train.
screening-about-allergy = Swelling or trouble breathing with a rash can be a severe allergic reaction. If you have an adrenaline pen, use it now.
screening-about-pregnancy = In pregnancy this is a reason to stop exercising and be checked.
screening-about-self-harm = Thank you for telling me. I am so sorry it hurts this much.
screening-about-eating-disorder = Thank you for telling me. That sounds heavy, and you deserve support, not rules.
screening-about-drug-abuse = I cannot help with these substances or their doses; they can do lasting harm.
screening-about-medication = Changing medicines is for the person who prescribed them.
screening-about-persistent = When something lasts this long, or has no clear cause, it is worth a doctor's look.
screening-about-minor = While a body is growing, cutting weight is nothing I plan, by any route.

screening-do-emergency = **Stop now.** { $call } Do not drive yourself, and do not stay alone.
screening-do-emergency-other = **Act now for them.** { $call } Stay with them; if they do not respond and do not breathe normally, start chest compressions and send someone for a defibrillator.
screening-do-crisis = You do not have to carry this alone tonight. { $call } If you could act on it now, or someone is in danger, call emergency services.
screening-do-crisis-other = Please take it seriously: stay with them, ask directly, listen. { $call } If there is immediate danger, call emergency services.
screening-do-urgent-care = Please stop training and be seen by a doctor **today**. If it gets worse, call emergency services.
screening-do-urgent-care-other = They should rest and be seen by a doctor **today**. If it gets worse, call emergency services.
screening-do-see-doctor = Please book a doctor's appointment, and leave hard training until then. I am glad to continue once it is cleared.
screening-do-minor = What does help: moving in ways you enjoy, strength with good technique, enough food and sleep. If your weight worries you, talk with your parents and a doctor. I gladly make you a playful plan.
screening-do-see-doctor-other = It is best they see a doctor before any hard training.
screening-do-ed-support = I leave weight and calories out of our talk from here. Please speak with a doctor, a therapist or someone you trust; I am here for kind movement and for you.
screening-do-medication-referral = Please do not change a dose because of training without asking your doctor or pharmacist. I can help you write down the question.
screening-close-emergency = Training can wait. Write to me when you are safe.
screening-close-crisis = No training talk now. I am here if you want to write.

screening-call = Call { $number } now.
screening-call-unknown = Call your local emergency number now (112 works in many countries, 911 in North America, 120 in mainland China).
screening-crisis-call = You can talk to someone right away: { $number }.
screening-crisis-call-unknown = You can talk to someone right away: findahelpline.com lists free lines in your country.
screening-follow-up = Earlier you told me about something serious. How are you now?

# Readiness, before anything hard. Seven topics, in our own words.

readiness-intro = Before anything hard, seven quick health questions. Answer yes or no; nobody else sees it.
readiness-1 = Has a doctor ever told you that you have a heart condition or high blood pressure?
readiness-2 = Do you get chest pain, at rest, in daily life or when you are active?
readiness-3 = In the last 12 months, have you lost your balance from dizziness, or fainted?
readiness-4 = Do you have another lasting illness that a doctor has named?
readiness-5 = Do you take prescribed medicine for a lasting illness?
readiness-6 = Do you have, or did you have in the last 12 months, a bone, joint or muscle problem that more activity could make worse?
readiness-7 = Has a doctor told you to exercise only under medical supervision?
readiness-progress = Question { $number } of { $total }
readiness-clear = Thank you. Nothing stands in the way: we start easy and build up.
readiness-flagged = Thank you for being open. Please talk to a doctor before anything harder than light activity. Until then I plan walks, mobility and gentle strength.
readiness-expired = Your health answers are over a year old. Shall we go through them again?
readiness-note = This is a wellness check in our own words after the PAR-Q+ topics, not a medical examination (the official form: eparmedx.com).
rule-screen-flagged-light = You answered yes to a health question, so everything stays light until a doctor has agreed to more.
rule-new-and-over-45 = At { $age } and new to hard effort, it stays moderate until you have asked a doctor once.
