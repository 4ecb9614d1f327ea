# Words of training that people ask about, in two or three sentences each.

term-rpe = **RPE** (rate of perceived exertion) is how hard something feels, from 1, hardly anything, to 10, all you have. An 8 in strength training means that about two more repetitions would have been possible.
term-rir = **RIR** (reps in reserve) is how many clean repetitions you could still have done at the end of a set. With 2 in reserve you stop two before you would fail, which is enough for most training.
term-1rm = **1RM** (one-rep max) is the most weight you could lift exactly once in good form. It can be estimated from a lighter set, so there is no need to test it.
term-bmr = **BMR** (basal metabolic rate) is the energy your body uses in a day at complete rest, for breathing, warmth and organs. It is most of what a day takes; moving and digesting come on top.
term-tdee = **TDEE** (total daily energy expenditure) is all the energy a day takes: the resting rate, digestion and everything you move. Any formula for it is an estimate and easily 10% off.
term-hrr = **HRR** (heart rate reserve) is your highest heart rate minus your resting one. Training zones are often given as a share of it, because it fits a person better than a share of the highest rate alone.
term-doms = **DOMS** (delayed-onset muscle soreness) is the ache that comes a day or two after unusual or hard exercise. It passes within days, easy movement is fine meanwhile, and it is no measure of a good session.
term-vo2max = **VO₂max** is the most oxygen your body can take up and use in hard effort, in ml per kg of body weight a minute. It is a common measure of endurance; what watches show is an estimate.
term-superset = A **superset** is two exercises done one after the other, with a rest only after both. It saves time, most of all with muscles that do not tire each other, such as a push and a pull.
term-deload = A **deload** is an easier week, with fewer sets or lighter weights, so that body and mind recover. Many plan one every four to eight weeks, or when progress stalls and tiredness stays.
term-zone2 = **Zone 2** is easy endurance: you can speak in whole sentences, at roughly 60 to 70% of your highest heart rate. It builds the base and can be done often because it tires little.
term-met = A **MET** is the energy cost of sitting still; an activity of 4 METs takes four times as much. Brisk walking is about 4 to 5, running usually 8 and more.
