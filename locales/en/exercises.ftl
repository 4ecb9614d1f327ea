# Names of activities.

activity-running = running
activity-walking = walking
activity-cycling = cycling
activity-swimming = swimming
activity-hiking = hiking
activity-rowing_erg = rowing machine
activity-rope_jumping = rope jumping
activity-elliptical = elliptical
activity-stairs = stairs
activity-skiing = skiing
activity-skating = skating
activity-kayaking = kayaking
activity-square_dance = square dancing
activity-dancing = dancing
activity-aerobics = aerobics
activity-tai_chi = tai chi
activity-qigong = qigong
activity-yoga = yoga
activity-pilates = Pilates
activity-stretching = stretching
activity-meditation = meditation
activity-martial_arts = martial arts
activity-hiit = HIIT
activity-circuit = circuit training
activity-basketball = basketball
activity-badminton = badminton
activity-table_tennis = table tennis
activity-football = football
activity-tennis = tennis
activity-volleyball = volleyball
activity-golf = golf
activity-climbing = climbing
activity-boxing = boxing
activity-housework = housework
activity-weights = weight training
activity-push_up = push-ups
activity-pull_up = pull-ups
activity-sit_up = sit-ups
activity-lunge = lunges
activity-dip = dips
activity-burpee = burpees
activity-mountain_climber = mountain climbers
activity-jumping_jack = jumping jacks
activity-kettlebell_swing = kettlebell swings
activity-plank = plank
activity-wall_sit = wall sit
activity-bench_press = bench press
activity-squat = squats
activity-deadlift = deadlift
activity-overhead_press = overhead press
activity-biceps_curl = biceps curls
activity-romanian_deadlift = Romanian deadlift
activity-front_squat = front squat
activity-split_squat = split squats
activity-hip_thrust = hip thrust
activity-lat_pulldown = lat pulldown
activity-dumbbell_row = dumbbell row
activity-barbell_row = barbell row
activity-incline_bench_press = incline bench press
activity-dumbbell_bench_press = dumbbell bench press
activity-lateral_raise = lateral raise
activity-leg_press = leg press
activity-workout = workout
activity-strength_training = strength training
activity-dead_hang = dead hang
activity-seated_row = seated row
activity-leg_curl = leg curl
activity-leg_extension = leg extension
activity-calf_raise = calf raises
activity-triceps_extension = triceps extension
activity-face_pull = face pull
activity-chest_fly = chest fly
activity-shrug = shrugs
activity-clean = clean
activity-snatch = snatch
activity-thruster = thrusters
activity-box_jump = box jumps
activity-leg_raise = leg raises
activity-russian_twist = Russian twists

# The same by variable, for use inside other messages.

name-activity = { $activity ->
    [running] running
    [walking] walking
    [cycling] cycling
    [swimming] swimming
    [hiking] hiking
    [rowing_erg] rowing machine
    [rope_jumping] rope jumping
    [elliptical] elliptical
    [stairs] stairs
    [skiing] skiing
    [skating] skating
    [kayaking] kayaking
    [square_dance] square dancing
    [dancing] dancing
    [aerobics] aerobics
    [tai_chi] tai chi
    [qigong] qigong
    [yoga] yoga
    [pilates] Pilates
    [stretching] stretching
    [meditation] meditation
    [martial_arts] martial arts
    [hiit] HIIT
    [circuit] circuit training
    [basketball] basketball
    [badminton] badminton
    [table_tennis] table tennis
    [football] football
    [tennis] tennis
    [volleyball] volleyball
    [golf] golf
    [climbing] climbing
    [boxing] boxing
    [housework] housework
    [weights] weight training
    [push_up] push-ups
    [pull_up] pull-ups
    [sit_up] sit-ups
    [lunge] lunges
    [dip] dips
    [burpee] burpees
    [mountain_climber] mountain climbers
    [jumping_jack] jumping jacks
    [kettlebell_swing] kettlebell swings
    [plank] plank
    [wall_sit] wall sit
    [bench_press] bench press
    [squat] squats
    [deadlift] deadlift
    [overhead_press] overhead press
    [biceps_curl] biceps curls
    [romanian_deadlift] Romanian deadlift
    [front_squat] front squat
    [split_squat] split squats
    [hip_thrust] hip thrust
    [lat_pulldown] lat pulldown
    [dumbbell_row] dumbbell row
    [barbell_row] barbell row
    [incline_bench_press] incline bench press
    [dumbbell_bench_press] dumbbell bench press
    [lateral_raise] lateral raise
    [leg_press] leg press
    [workout] workout
    [strength_training] strength training
    [dead_hang] dead hang
    [seated_row] seated row
    [leg_curl] leg curl
    [leg_extension] leg extension
    [calf_raise] calf raises
    [triceps_extension] triceps extension
    [face_pull] face pull
    [chest_fly] chest fly
    [shrug] shrugs
    [clean] clean
    [snatch] snatch
    [thruster] thrusters
    [box_jump] box jumps
    [leg_raise] leg raises
    [russian_twist] Russian twists
    [seated_boxing] seated boxing
   *[other] training
}

name-muscle = { $muscle ->
    [quads] thighs
    [glutes] glutes
    [hamstrings] hamstrings
    [calves] calves
    [adductors] inner thighs
    [chest] chest
    [back] back
    [shoulders] shoulders
    [biceps] biceps
    [triceps] triceps
    [core] core
   *[forearms] grip
}

# Names of movements, each with one cue.

exercise-sit_to_stand = Sit-to-stand from a chair
    .cue = Feet under the knees, stand up tall, sit down slowly.
exercise-bodyweight_squat = Bodyweight squat
    .cue = Sit back between your heels, knees over toes, chest proud.
exercise-wall_sit = Wall sit
    .cue = Back flat on the wall, slide down as far as it stays comfortable.
exercise-band_squat = Band squat
    .cue = Stand on the band, hold it at your shoulders, sit down and push the floor away.
exercise-goblet_squat = Goblet squat
    .cue = Hold the weight at your chest, elbows inside the knees, heels down.
exercise-leg_press = Leg press
    .cue = Feet shoulder-wide, lower until your hips want to lift, push without locking the knees.
exercise-squat = Barbell back squat
    .cue = Brace your belly, sit between your hips, drive up with the whole foot.
exercise-front_squat = Front squat
    .cue = Elbows high, bar on the shoulders, stay upright all the way.
exercise-split_squat = Split squat
    .cue = One long step, drop the back knee straight down, push through the front heel.
exercise-lunge = Reverse lunge
    .cue = Step back softly, both knees bend, front heel stays down.
exercise-step_up = Step-up
    .cue = Whole foot on the step, lean a little forward, come down slowly.
exercise-side_lunge = Side lunge
    .cue = Step wide, sit into one hip, the other leg stays long.
exercise-dumbbell_lunge = Weighted lunge
    .cue = Weights hang at your sides, step back, stay tall.
exercise-bulgarian_split_squat = Bulgarian split squat
    .cue = Back foot on a chair, sink straight down, front foot does the work.
exercise-glute_bridge = Glute bridge
    .cue = Heels near your seat, squeeze and lift until shoulders, hips and knees are in line.
exercise-single_leg_glute_bridge = Single-leg glute bridge
    .cue = One leg long, keep both hips level as you lift.
exercise-hip_hinge = Hip hinge
    .cue = Hands on hips, push your seat back to an imaginary wall, back long.
exercise-standing_hip_extension = Standing hip extension
    .cue = Hold a chair, move one leg back without leaning forward.
exercise-single_leg_deadlift = Single-leg deadlift
    .cue = Soft knee, tip forward from the hip, back leg and back in one line.
exercise-band_deadlift = Band deadlift
    .cue = Stand on the band, hips back, stand up tall and squeeze.
exercise-dumbbell_romanian_deadlift = Dumbbell Romanian deadlift
    .cue = Weights slide along your thighs, hips back, stop when the hamstrings pull.
exercise-kettlebell_deadlift = Kettlebell deadlift
    .cue = Bell between your feet, flat back, push the floor away.
exercise-kettlebell_swing = Kettlebell swing
    .cue = Snap the hips, arms are only ropes, the bell floats to chest height.
exercise-romanian_deadlift = Romanian deadlift
    .cue = Bar close to the legs, hips back, back long, stop below the knees.
exercise-deadlift = Deadlift
    .cue = Bar over mid-foot, take the slack out, push the floor away.
exercise-hip_thrust = Hip thrust
    .cue = Upper back on the bench, chin tucked, lift until the body is a table.
exercise-leg_curl = Leg curl
    .cue = Curl smoothly, two seconds down.
exercise-wall_push_up = Wall push-up
    .cue = Hands at chest height, body in one line, kiss the wall.
exercise-incline_push_up = Incline push-up
    .cue = Hands on a table, body in one line, elbows about 45°.
exercise-knee_push_up = Knee push-up
    .cue = From knees to head one line, chest leads.
exercise-push_up = Push-up
    .cue = Squeeze seat and belly, elbows about 45°, chest to the floor.
exercise-feet_up_push_up = Feet-up push-up
    .cue = Feet on a chair, do not let the hips sag.
exercise-band_chest_press = Band chest press
    .cue = Band behind your back, press forward, shoulders low.
exercise-dumbbell_floor_press = Dumbbell floor press
    .cue = On your back, elbows touch the floor softly, press up.
exercise-dumbbell_bench_press = Dumbbell bench press
    .cue = Shoulder blades back, lower to the side of the chest, press together.
exercise-incline_bench_press = Incline bench press
    .cue = Bench at 30°, bar to the upper chest, feet firm.
exercise-bench_press = Bench press
    .cue = Shoulder blades back, bar to the lower chest, push your feet into the floor.
exercise-chest_press_machine = Chest press machine
    .cue = Handles at chest height, press without shrugging.
exercise-dip = Dip
    .cue = Lean a little forward, lower until the elbows are at 90°.
exercise-band_shoulder_press = Band shoulder press
    .cue = Stand on the band, press past your ears, ribs down.
exercise-dumbbell_shoulder_press = Dumbbell shoulder press
    .cue = Press up past your ears, belly firm, no arching.
exercise-overhead_press = Overhead press
    .cue = Squeeze the seat, bar close to the face, head through at the top.
exercise-pike_push_up = Pike push-up
    .cue = Hips high, lower the head between the hands.
exercise-lateral_raise = Lateral raise
    .cue = Lead with the elbows, up to shoulder height, slow down.
exercise-wall_slide = Wall slide
    .cue = Back and arms on the wall, slide up and down like a snow angel.
exercise-triceps_extension = Triceps extension
    .cue = Upper arms still, bend and stretch the elbows.
exercise-close_push_up = Close push-up
    .cue = Hands under the shoulders, elbows brush the ribs.
exercise-prone_y_raise = Prone Y raise
    .cue = Face down, thumbs up, lift the arms as a Y.
exercise-superman = Superman
    .cue = Face down, lift arms and legs a little, look at the floor.
exercise-wall_elbow_press = Wall elbow press
    .cue = Back to the wall, press both elbows into it and pull the shoulder blades together.
exercise-towel_row = Towel row
    .cue = Pull a towel apart as you row it to your belly, squeeze the shoulder blades.
exercise-band_row = Band row
    .cue = Elbows along the ribs, squeeze the shoulder blades, slow return.
exercise-band_pull_apart = Band pull-apart
    .cue = Arms straight, pull the band to your chest.
exercise-dumbbell_row = One-arm row
    .cue = Flat back, pull the elbow to your hip.
exercise-supported_dumbbell_row = Supported row
    .cue = Lean on a chair with one hand, pull the elbow to your hip.
exercise-barbell_row = Barbell row
    .cue = Hinge forward, back still, bar to the belly.
exercise-seated_row = Seated row
    .cue = Sit tall, pull to the belly, shoulders low.
exercise-lat_pulldown = Lat pulldown
    .cue = Pull the bar to the collarbone, elbows down.
exercise-dead_hang = Dead hang
    .cue = Hang long, shoulders away from the ears.
exercise-slow_pull_up = Slow lowering pull-up
    .cue = Step up to the top, lower yourself in four seconds.
exercise-pull_up = Pull-up
    .cue = Start from a long hang, chest to the bar.
exercise-face_pull = Face pull
    .cue = Pull to your eyes, elbows high, hands apart.
exercise-biceps_curl = Biceps curl
    .cue = Elbows stay at your sides, slow down.
exercise-calf_raise = Calf raise
    .cue = Rise onto the balls of your feet, pause, lower slowly.
exercise-dead_bug = Dead bug
    .cue = Lower back on the floor, opposite arm and leg go out slowly.
exercise-bird_dog = Bird dog
    .cue = On all fours, reach opposite arm and leg, hips level.
exercise-plank = Plank
    .cue = Elbows under shoulders, squeeze the seat, breathe.
exercise-incline_plank = Incline plank
    .cue = Forearms on a table, body in one line, breathe.
exercise-side_plank = Side plank
    .cue = Elbow under the shoulder, lift the hips, long neck.
exercise-seated_knee_lift = Seated knee lift
    .cue = Sit tall, lift one knee after the other without leaning back.
exercise-standing_brace = Standing brace
    .cue = Stand tall, tighten belly and seat, keep breathing.
exercise-pallof_press = Pallof press
    .cue = Band from the side, press out and do not let it turn you.
exercise-sit_up = Sit-up
    .cue = Roll up bone by bone, roll down the same way.
exercise-crunch = Crunch
    .cue = Lift only the shoulder blades, chin off the chest.
exercise-leg_raise = Leg raise
    .cue = Lower back on the floor, lower the legs only as far as it stays there.
exercise-farmer_carry = Farmer's carry
    .cue = Stand tall, weights at your sides, small quick steps.
exercise-suitcase_carry = Suitcase carry
    .cue = Weight on one side, do not lean.
exercise-march_in_place = March in place
    .cue = Lift the knees to a comfortable height, swing the arms.
exercise-step_touch = Step-touch
    .cue = Step side to side, soft knees, arms along.
exercise-seated_boxing = Seated boxing
    .cue = Sit tall, punch forward left and right.
exercise-seated_march = Seated march
    .cue = Sit tall, march with your legs and swing your arms.
exercise-jumping_jack = Jumping jack
    .cue = Land softly on the whole foot.
exercise-high_knees = High knees
    .cue = Quick light steps, knees to hip height.
exercise-mountain_climber = Mountain climber
    .cue = Shoulders over the hands, knees to the chest in turn.
exercise-burpee = Burpee
    .cue = Hands down, step or jump back, come up and reach high.
exercise-rope_jumping = Rope jumping
    .cue = Small jumps, the wrists turn the rope.
exercise-single_leg_stand = Single-leg stand
    .cue = Next to a wall or chair, look at one point.
exercise-heel_to_toe_walk = Heel-to-toe walk
    .cue = Along a wall, heel right in front of the toes.
exercise-side_leg_raise = Side leg raise
    .cue = Hold a chair, lift the leg to the side, toes forward.
exercise-weight_shift = Weight shift
    .cue = Feet hip-wide, move your weight slowly left and right.
exercise-clock_reach = Clock reach
    .cue = Stand on one leg, tap the hours of a clock with the other foot.
exercise-cat_cow = Cat-cow
    .cue = On all fours, round and lengthen the back with your breath.
exercise-seated_twist = Seated twist
    .cue = Sit tall, turn gently and breathe out.
exercise-hip_flexor_stretch = Hip flexor stretch
    .cue = Half kneeling, tuck the pelvis, lean a little forward.
exercise-hamstring_stretch = Hamstring stretch
    .cue = Heel forward, hips back, back long.
exercise-calf_stretch = Calf stretch
    .cue = Hands on the wall, back heel down.
exercise-chest_stretch = Chest stretch
    .cue = Forearm on a door frame, turn away a little.
exercise-figure_four_stretch = Figure-four stretch
    .cue = Ankle on the other knee, lean forward with a long back.
exercise-childs_pose = Child's pose
    .cue = Sit back on your heels, arms long, breathe into your back.
exercise-thoracic_rotation = Upper-back rotation
    .cue = Arms crossed, turn the chest left and right.
exercise-shoulder_circles = Shoulder circles
    .cue = Large slow circles, both ways.
exercise-neck_stretch = Neck stretch
    .cue = Ear toward the shoulder, no pulling.
exercise-ankle_circles = Ankle circles
    .cue = Slow circles, both ways.
exercise-deep_squat_hold = Deep squat hold
    .cue = Hold a door frame, sit deep, heels down.
exercise-breathing = Slow breathing
    .cue = In through the nose for four counts, out for six.
