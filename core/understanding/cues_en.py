"""English talk that looks like a log and tells of none: habits, programmes, hopes, questions, others, the weather."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

from core.understanding.triggers import guarded

_DEVICE = r"(?:watch|app|garmin|fitbit|phone|scales?|tracker|strava|maths?|memory|count)"
PLAN = guarded(
    rf"(?<!even )\bif (?!(?:i|you|we|anything|not|only|so|that|this|possible)\b|(?:my|the) {_DEVICE}\b)(?:my|it|he|she|they|someone|one|the|only i|ever|u)\b"
    r"|\b(?:program|coach|spreadsheet|trainer|physio|trainingpeaks|runna|regimen) (?:says|said|has|wants|prescribes|reads|calls for)\b(?! (?:my|me|that|so|well)\b)"
    r"|\b(?:physio|coach|trainer|doctor|doc|gp|nurse|pt|instructor|therapist|surgeon|consultant|app|plan|program|programme|watch|schedule) (?:\w+ )?(?:asked|asks|told|tells|wanted|ordered|prescribed|suggested|suggests|recommended|recommends|advised|advises) (?:me |us )?(?:to|for|i|we|\d|an?)\b"
    r"|\b(?:could|cud) (?!only|barely|just|hardly)(?:\w+ )?(?:run|walk|swim|bench|squat|deadlift|lift|cycle|ride|row|press) (?!today)"
    r"|\bnext (?:session|workout|training|race|run|ride|swim|gym day|leg day|push day|pull day|time)\b(?! to\b)"
    r"|\b(?:most|some|all|on|many) (?:days|mornings|evenings|nights|weeks|weekdays|weekends|weeknights|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
    r"|\b(?:during the week|on average (?:i|we)|on a (?:good|bad|typical|normal|regular|usual|work|week) (?:day|week|night|morning)|as a rule|(?:twice|once|times|x) (?:a|per) week|weekdays|workdays|tend to|my (?:usual|normal|regular|typical|average) (?:\w+ ){1,3}(?:is|are)|my (?:best|longest|fastest|heaviest|biggest) (?:\w+ ){0,2}(?:ever |so far )?is)\b"
    r"|\bi (?:\w+ )?(?:run|walk|sleep|get|do|swim|cycle|ride|drink|lift) [^,.]{0,30}\bon average\b"
    r"|\b(?:fancy|fancying|craving|dying to|itching to|can'?t wait|looking forward|day ?dream\w*|tempted|considering|contemplating|debating|eyeing|due for|finna|imma|ima|tryna|trynna|hafta|oughta|ought to|promised?|vow(?:ed)?|bet you|bet i|dare you|dared|pledged?|resolution)\b"
    r"|\b(?:once|when|as soon as) (?:my|the|it|i|i'm|im) [^,.]{0,20}(?:is|are|gets?|am|feel) (?:better|healed|healthy|ok|fixed|fine|stronger|recovered)\b"
    r"|\beveryday\b(?! (?:walk|run|swim|ride|routine|session))|^\W*(?:so )?maybe an? [^,.]{0,15}(?:walk|run|swim|ride|jog|hike)\b|\bi (?:reckon|think|bet|guess) i (?:could|can)\b|\bi could (?:probably|maybe|easily|prob)\b"
    r"|\b(?:ideal|dream) (?:weight|bmi|body)\b|^\W*(?:please |pls )?swap\b|\bwhenever\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days are (?:for|my|when)\b|\bin (?:19[5-9]\d|20[0-2]\d) (?:i|we)\b"
    r"|\b(?:unless|once|until|till) (?:i can|i'm (?:able|fit))\b"
    r"|\b(?:coming up|in the (?:diary|calendar|pipeline)|lined up|pencill?ed in|to look forward to|awaits|waiting for me)\b"
    r"|\b(?:i|we)(?:'(?:m|re)| am| are) (?:\w+ )?(?:running|walking|swimming|cycling|doing|racing|lifting|hiking|riding|starting|off to|going) [^.]{0,40}\b(?:on (?:mon|tue|wed|thu|fri|sat|sun)\w*|at the weekend|this weekend|next|soon|after work|later)\b"
    r"|\b(?:aiming|targeting|shooting|gunning) (?:for|at)\b|\b(?:target|goal)(?: (?:is|today|this week|weight|pace|time))?(?: is|:| of) \d"
    r"|\bback in (?:19|20)\d\d\b|\b(?:years|yrs|months) (?:ago|back)\b|\b(?:as a (?:kid|teen\w*|child|student)|in my (?:\d0s|twenties|thirties|teens|youth|prime|heyday|day)|in school|at uni(?:versity)?|in the (?:army|navy|military|marines|forces|scouts))\b|\bbefore kids\b"
    r"|\b(?:you|one) (?:can|should|need|must|has to|have to)\b|\brecommended\b|\b(?:add|put|book|pencil|sign|set) (?:me|us) (?:in|up|down)\b"
    r"|\b(?:had|have) (?:a|this|the) (?:\w+ )?(?:dream|nightmare)\b|\bin my dreams?\b"
    r"|\b(?:give|build|make|write|send|show|find|design|plan) (?:me|us) (?:a|an|some|the|another|\d)"
    r"|\b(?:can|could|would|will) (?:you|u|ya) (?:please |pls )?(?:give|make|build|plan|do|suggest|show|find|design|write|recommend|set|help|come up)"
    r"|\b(?:need|want|looking for) (?:a|an|some|something|ideas|another) "
    r"|\b(?:would've|would have|wouldve|couldve|if only|(?:was|were) (?:going|meant|supposed|gonna|about) (?:to)?)\b"
)
QUESTION = guarded(
    r"^\W*(?:(?:so|hey|hi|hello|ok|okay|quick q|quick question|question|btw|coach|also|sorry|but|and|random|serious question|genuine question|stupid question|dumb question|silly question|wondering)[ ,:]+){0,2}"
    r"(?:are|is(?! (?:over|done|finished|back|so)\b)|does|do (?:people|you|we|they|i|any|most)|(?:can|could) (?:i|you|we|someone|anyone|u|people|a)|would (?:a|you|it|i|\d|running|walking|that|this)|will (?:a|it|i|\d|running|walking|that|this)|has any\w+|have (?:you|u|any)|did (?:you|u|anyone)|am i"
    r"|any ?(?:one|body|1)(?!'s| ran| did| else (?:ran|did))|any (?:\w+ ){0,2}(?:tips|advice|ideas?|recs|recommendations?|suggestions?|thoughts|good|decent)|who(?: on earth| the hell| the heck| even| actually)?(?:'s| is| wants| fancies| can| could| does| here| else)|where(?:'s| is| can| do| should)|when(?:'s| is| should| do| does| can)|why(?:'s| is| do| does| am| can| did)|wh?at(?:'s|s| is| are| do| does| should| would| happens| if| about| kind| time| pace| weight| counts)|how(?:'s| is| are| do| does| did| should| can| to| many| much| long| far| come| about| u| hard| often| heavy| fast)|which (?:is|one|exercises?|muscles?|day|should|of|type|kind|do|app|shoes)|hows|wheres|whens|(?:should|shall) (?:i|we|you|my|a|one)"
    r"|thoughts on|opinions on|ever (?:tried|done|run|had)|u ever|you ever|help with|what to|tips for|best way|worth (?:it (?:to|if|or|for)|doing|a))\b"
    r"|\b(?:is|would) (?:\d[\w.]*|that|this|it) (?:\w+ ){0,3}(?:ok|okay|good|bad|normal|enough|too (?:much|many|little|slow|fast|heavy|light|long|short|low|high)|safe|dangerous|decent|slow|fast|healthy|alright|respectable|realistic)\b"
    r"|\b(?:wondering|curious|wonder|asking|tell me|explain) (?:if|whether|how|what|why|when|which|about|abt)\b"
)
_WHO = r"lad|lads|bloke|fella|dude|chap|geezer|man|woman|girl|lady|boy|stranger|rando|influencer|youtuber|ladies|blokes|dudes|guys|girls|boys|men|women|pensioner|pal|pals|mates|chick|teenagers?|client|athlete|runner|lifter|swimmer|cyclist|player|striker|olympian|celebrity|actor|author|plumber|postman|manager|landlord|ex|stepson|stepdad|stepmum|stepdaughter|(?:father|mother|brother|sister)[ -]in[ -]law|godson|goddaughter|grandkids|grandchildren|babysitter|dog walker"
_BESIDE = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("with", "and", "for", "by", "than", "from", "to", "past", "beat", "like", "at", "against", "behind", "of"),
        *("after", "chasing", "as", "pushed", "carried", "with all", "before", "since", "on", "vs", "alongside"),
        *("in", "walked", "took", "taught", "beating", "saw", "met", "playing", "played", "felt", "feeling", "be"),
    )
)
OTHER = guarded(
    rf"\b(?=(?:my|our|his|her|their|an?|the|this|that|some|another|one|random|these|those) ){_BESIDE}(?:my|our|his|her|their|a|an|the|this|that|some|another|one of the|one of my|random|these|those) (?:\w+ )?(?:{_WHO})\b(?!'s (?:day|gym|place|house|pool)|-)"
    r"(?! (?:and (?:i|me)\b|(?:\w+ )?(?:made|had|got|dragged|took|forced|talked|convinced|told|said|says|reckons|thinks) (?:me|us|i|my)\b))"
    r"|\b(?:some|this|that|one) (?:guy|person|kid|old (?:man|lady|dude)|bro|body ?builder)\b"
    r"|\b(?:kipchoge|cristiano|usain|phelps|messi|ronaldo|goggins|eliud|mo farah|federer|djokovic|lebron|steph curry|brian shaw|eddie hall|arnie|ledecky|ingebrigtsen)\b"
    r"|\b(?:boss|coworker|co-worker|neighbou?r|roomie|bestie|bae|missus|wife|hubby|boyfriend|girlfriend|son|daughter|bro|cuz|colleague|flatmate|mate|coach|(?:sister|brother|father|mother)[ -]in[ -]law|cat|dog|puppy|grandson|granddaughter|niece|nephew|uncle|aunt|auntie|cousin|brother|sister|grandad|grandpa|grandma|toddler|baby|kids) (?:just |also |only |apparently )?(?:ran|walked|swam|did|does|runs|walks|swims|lifts|lifted|benches|benched|squats|squatted|deadlifted|cycles|cycled|rides|rode|sleeps|slept|weighs|claims|reckons|swears)\b"
    r"|\b(?:whoever|(?:the )?average (?:man|woman|adult|runner|person)|most (?:people|adults|runners|men|women))\b"
)
_SPORT = r"(?:footy|footie|football|soccer|cricket|rugby|tennis|basketball|golf|nba|nfl|f1|snooker|darts|hockey|baseball|boxing|ufc|mma|marathon|race|game|match|finals?|semis?|semi-final|olympics|world cup|wimbledon|tour|athletics|swimming|cycling|gymnastics|rowing|skating|skiing|ski jumping|highlights|video|vids?|videos|doc|documentary|film|movie|show|series|episodes?|netflix|telly|tv|youtube|stream|replay|strictly|dancing)"
_MEANWHILE = r"(?!.*\b(?:while|whilst|during|as i|on the (?:bike|treadmill|turbo|rower|elliptical|cross ?trainer))\b)"
ELSEWHERE = guarded(
    rf"(?<!while )(?<!whilst )\bwatch(?:ed|ing|es)? (?:[\w']+ ){{0,4}}?{_SPORT}\b{_MEANWHILE}"
    rf"|\bon (?:the )?(?:tv|telly|television|netflix|iplayer|bbc|espn)\b{_MEANWHILE}"
    r"|\b(?:it was|it's|its|was|hit|reached|feels like|currently|is) (?:like |about |around |nearly |only |over )?-?\d{1,3}(?:\.\d)? ?(?:degrees?|degs?|°|celsius|c|f)(?: ?[cf]\b| celsius| fahrenheit)? (?:in (?!the (?:morning|afternoon|evening)|my)|outside|out|here|heat|today in|inside)\b"
    r"|\b(?:it was|it's|its|was) (?:like |about |around |nearly |only |over )?(?:minus |-)?(?:\d|[12]\d|3[0-3])(?:\.\d)? ?(?:degrees?|degs?|°)"
    r"|\b\d{1,3} ?(?:degrees?|degs?|°|celsius)(?: ?[cf]\b)? (?:in the (?:shade|sun|house|office|flat|gym|pool)|outside|out there|heat)\b"
    r"|\b(?:failed|missed|tried|attempted)(?: at| on| the| my| a| with)? \d{2,3}(?:\.\d)?(?: ?(?:kgs?|lbs?))? (?:on )?(?:bench|squat|dead\w*|dl|ohp|press|clean|snatch)"
    r"|\b(?:volunteer(?:ed|ing)|marshall?(?:ed|ing)|spectat(?:ed|ing)|timekeep\w+|cheer(?:ed|ing) (?:on|at|for)) "
    r"|\b(?:rained|raining|snowed|snowing|waited|waiting|queued|queuing|stuck|on hold|power cut|wifi (?:was )?down|internet (?:was )?down) (?:\w+ ){0,3}(?:for|of) (?:\w+ )?\d[\d.]* ?(?:h|hrs?|hours?|min|mins|minutes?)\b"
    r"|\b(?:tv|news|radio|magazine|book|blog|tiktok|insta|reddit|nhs|research|science|chatgpt|guidelines?) (?:just )?(?:says?|said|reckons|claims?|told)\b|\bmyth\b"
    r"|\b(?:fifa|xbox|playstation|ps[345]|mario kart|video ?games?|fortnite|call of duty|football manager|gaming)\b"
    r"|\b(?:ran|run) (?:out of|short of|low on|errands|late|around after|into trouble)\b"
    r"|\b(?:feels|felt|feel) like (?:i )?(?:ran|run|i've run|i've done|did|walked|swam|i'd run|running|a marathon)\b|\b(?:like|as if|as though) (?:i'd|i've|i) (?:just )?(?:ran|run|done|did|walked|swum|lifted)\b"
    r"|\b(?:my|the) (?:dog|cat|puppy|hamster|horse|doggo|pup|rabbit|parrot|car|van|train|bus|flight|meeting|call|playlist|podcast|film|movie|queue|washing|oven|roast|cake|chicken|turkey|lasagne|bread|suitcase|bag|parcel) (?:just )?(?:ran|walked|did|swam|slept|weighs?|weighed|took|lasted|needs|costs?|goes|went|is|was|had|has) [^,.]{0,20}\d"
    r"|\b(?:gym|pool|class|studio|track|court|club|leisure cent(?:er|re)) (?:was|is|were|got|been) (?:\w+ )?(?:shut|closed|cancell?ed|full|booked|flooded|locked)\b"
    r"|\b(?:it's|its|it is|only|just) (?:only |about |just |like )?(?:a |an )?\d[^,.]{0,20} (?:walk|drive|run|ride|cycle|stroll|hike) (?:to|from|away)\b"
    r"|\b(?:bailed|chickened out|wimped out|backed out|gave up on|noped out|rained off|bottled it|sacked off|ditched|blew off)\b(?! after| at)"
)
"""Nobody exercised: watching, weather, waiting, pets and things, what was given up."""
KIDDING = guarded(
    r"\b(?:jk|jkjk|just kidding|kidding|yeah right|not really lol|in my dreams|i wish lol|(?:marathon|k|miles?|km|pushups|squats|steps|race) in my (?:sleep|head|mind|imagination))\b"
)
TO_COACH = guarded(
    r"\b(?:(?:[Aa]s|[Ll]ike|[Jj]ust as) (?:you|u|ya) (?:said|suggested|told me(?: to)?|recommended|asked|advised|wanted|prescribed|ordered|planned)|[Tt]hanks to (?:you|u|ya)"
    r"|[Tt]hank (?:you|u)|[Yy]ou(?:'d| would| should| will|'ll) be (?:so )?(?:proud|happy|pleased|glad)|[Yy]ou were right|[Hh]appy now|[Yy]ou won'?t believe (?:it|this)|[Bb]elieve it or not"
    r"|[Ww]ould you believe(?: it)?|[Ll]ove you|[Hh]ope (?:you|u)(?:'re| are) (?:\w+ )?(?:well|proud|happy|good|ok)|[Aa]re you proud(?: of me)?|proud of me)\b"
)
"""Said to the coach beside a log: it tells of nobody's deeds."""
BY_COUNTER = guarded(
    r"\b(?:watch|phone|fitbit|garmin|tracker|pedometer|counter|app|total|overall|all day|so far|for the day|on the day|altogether)\b"
)
"""Steps of the whole day."""
