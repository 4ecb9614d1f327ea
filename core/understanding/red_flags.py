"""Which signs, alone or together, ask for which action: the table of red flags.

Actions follow common triage advice (AHA 2025 and China 2024 for blood pressure, ACSM stop signs, ACOG 2020 for
pregnancy); values are rules of this project. Signs are named in `red_flags_en` and `red_flags_zh`; signs from measured
values come from `vital_signs`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import NamedTuple

from core.domain.screening import Action
from core.understanding.red_flags_en import IDIOMS_EN, SIGNS_EN
from core.understanding.red_flags_zh import IDIOMS_ZH, SIGNS_ZH
from core.understanding.triggers import Triggered


class Rule(NamedTuple):
    """`needs`: one sign of each group (`a|b`) is there; `without`: none of these is."""

    category: str
    action: Action
    needs: tuple[str, ...]
    without: str = ""

    def holds(self, signs: Container[str]) -> bool:
        if not all(any(name in signs for name in group.split("|")) for group in self.needs):
            return False
        return not self.without or not any(name in signs for name in self.without.split("|"))


_BP_SYMPTOM = (
    "chest_pain|cant_breathe|breathless|stroke_now|vision|confused|severe_headache|worst_headache|leg_weakness|tingling"
)

RULES: tuple[Rule, ...] = (
    # now, call
    Rule("cardiac", "emergency", ("chest_pain",), without="muscle_only"),
    Rule("cardiac", "emergency", ("heart_attack|unresponsive",)),
    Rule("cardiac", "emergency", ("arm_jaw", "sweating", "cant_breathe|breathless|dizzy|near_faint")),
    Rule("syncope", "emergency", ("faint", "effort|chest_pain|palpitations|cant_breathe|breathless|hot_place")),
    Rule("breathing", "emergency", ("cant_breathe",)),
    Rule(
        "breathing",
        "emergency",
        ("breathless", "at_rest|throat_swelling|wheeze|inhaler_fails|chest_pain|dizzy|confused"),
    ),
    Rule("breathing", "emergency", ("breathless",), without="effort|breathless_lying"),
    Rule("breathing", "emergency", ("blue_lips",)),
    Rule("breathing", "emergency", ("wheeze", "inhaler_fails")),
    Rule("breathing", "emergency", ("water_inhaled", "cough|cant_breathe|breathless|wheeze|drowsy")),
    Rule("stroke", "emergency", ("stroke_now",)),
    Rule("hypertensive", "emergency", ("bp_severe", _BP_SYMPTOM)),
    Rule("palpitations", "emergency", ("palpitations", "faint|chest_pain")),
    Rule("heart_rate", "emergency", ("rest_hr_extreme",)),
    Rule(
        "heart_rate",
        "emergency",
        ("rest_hr_high|rest_hr_low", "chest_pain|faint|near_faint|cant_breathe|breathless|dizzy"),
    ),
    Rule("spo2", "emergency", ("spo2_very_low",)),
    Rule("spo2", "emergency", ("spo2_low", "cant_breathe|breathless|blue_lips|breathless_lying")),
    Rule("heat", "emergency", ("heatstroke",)),
    Rule("heat", "emergency", ("no_sweat", "dizzy|confused|hot_place|faint|near_faint")),
    Rule("heat", "emergency", ("confused", "hot_place|fever_very_high|fever_high")),
    Rule("heat", "emergency", ("faint", "hot_place")),
    Rule("hypoglycaemia", "emergency", ("glucose_very_low",)),
    Rule("hypoglycaemia", "emergency", ("glucose_low|low_sugar|meter_lo", "confused|faint|seizure|drowsy|near_faint")),
    Rule("hypoglycaemia", "emergency", ("diabetic", "shaky", "confused|faint")),
    Rule("hypoglycaemia", "emergency", ("meter_lo",)),
    Rule(
        "hyperglycaemia", "emergency", ("glucose_very_high|meter_hi", "drowsy|confused|faint|cant_breathe|breathless")
    ),
    Rule("hyperglycaemia", "emergency", ("meter_hi",)),
    Rule(
        "neuro_spine", "emergency", ("head_injury", "head_alarm|confused|faint|seizure|pupils|dizzy|vision|cough_blood")
    ),
    Rule("neuro_spine", "emergency", ("pupils|worst_headache|seizure",)),
    Rule("neuro_spine", "emergency", ("neck_fall", "tingling|leg_weakness|stroke_now")),
    Rule("neuro_spine", "emergency", ("leg_weakness",)),
    Rule("neuro_spine", "emergency", ("saddle",), without="saddle_only"),
    Rule("neuro_spine", "emergency", ("bladder", "back_pain|saddle|tingling|leg_weakness|neck_fall")),
    Rule("dvt", "emergency", ("calf_clot", "cant_breathe|breathless|chest_pain|cough_blood")),
    Rule("allergy", "emergency", ("airway",)),
    Rule("allergy", "emergency", ("throat_swelling", "wheeze|cant_breathe|breathless")),
    Rule("allergy", "emergency", ("allergen", "throat_swelling")),
    Rule("allergy", "emergency", ("hives", "throat_swelling|cant_breathe|breathless|wheeze|faint|dizzy")),
    Rule(
        "pregnancy",
        "emergency",
        ("pregnant|postpartum", "bleeding|waters|faint|chest_pain|cant_breathe|breathless|vision|baby_still"),
    ),
    Rule("pregnancy", "emergency", ("pregnant|postpartum", "bp_severe|bp_160")),
    Rule("pregnancy", "emergency", ("pregnant|postpartum", "bp_140", "severe_headache|vision|belly_pain")),
    Rule("self_harm", "emergency", ("overdose",)),
    Rule("self_harm", "emergency", ("suicidal|self_harm", "suicide_means")),
    Rule("self_harm", "crisis", ("suicidal|self_harm",)),
    # today
    Rule("syncope", "urgent_care", ("faint",)),
    Rule("syncope", "urgent_care", ("near_faint", "effort|palpitations|at_rest|pregnant")),
    Rule("breathing", "urgent_care", ("breathless_lying|cough_blood",)),
    Rule("breathing", "urgent_care", ("wheeze",)),
    Rule("breathing", "urgent_care", ("breathless",), without="hard_effort"),
    Rule("hypertensive", "urgent_care", ("bp_severe",)),
    Rule("palpitations", "urgent_care", ("palpitations", "dizzy|near_faint|at_rest|cant_breathe|breathless")),
    Rule("heart_rate", "urgent_care", ("rest_hr_high|rest_hr_low",)),
    Rule("spo2", "urgent_care", ("spo2_low",)),
    Rule("heat", "urgent_care", ("heat_exhaustion",)),
    Rule("rhabdo", "urgent_care", ("dark_urine",)),
    Rule("rhabdo", "urgent_care", ("dark_urine_weak", "muscle_swelling|effort")),
    Rule("hypoglycaemia", "urgent_care", ("glucose_low",)),
    Rule("hypoglycaemia", "urgent_care", ("low_sugar", "diabetic|shaky|dizzy")),
    Rule("hypoglycaemia", "urgent_care", ("diabetic", "shaky")),
    Rule("hyperglycaemia", "urgent_care", ("glucose_very_high",)),
    Rule("hyperglycaemia", "urgent_care", ("glucose_high", "ketones|unwell|drowsy")),
    Rule("hyperglycaemia", "urgent_care", ("ketones", "diabetic|unwell")),
    Rule("fever", "urgent_care", ("fever_high|fever_very_high|fever_38",)),
    Rule("fever", "urgent_care", ("fever",)),
    Rule("low_pressure", "urgent_care", ("bp_low", "dizzy|faint|near_faint")),
    Rule("neuro_spine", "urgent_care", ("head_injury|neck_fall|bladder",), without="bladder_only"),
    Rule("neuro_spine", "urgent_care", ("saddle",)),
    Rule("musculoskeletal", "urgent_care", ("pop", "no_weight|cant_walk|swollen|deformity|sprain")),
    Rule("musculoskeletal", "urgent_care", ("sprain", "no_weight|cant_walk")),
    Rule("musculoskeletal", "urgent_care", ("swollen", "no_weight|cant_walk")),
    Rule("musculoskeletal", "urgent_care", ("no_weight",), without="muscle_sore"),
    Rule("musculoskeletal", "urgent_care", ("deformity",)),
    Rule("dvt", "urgent_care", ("calf_clot",)),
    Rule(
        "pregnancy",
        "urgent_care",
        ("pregnant", "contractions|belly_pain|dizzy|severe_headache|calf_pain|calf_clot|near_faint|palpitations"),
    ),
    Rule("pregnancy", "urgent_care", ("pregnant|postpartum", "bp_140")),
    Rule("pregnancy", "emergency", ("baby_still",)),
    Rule("drug_abuse", "urgent_care", ("dnp",)),
    Rule("minor", "urgent_care", ("minor", "wants_loss", "drying_out|purging|starving|dnp|doping")),
    # book an appointment
    Rule("minor", "see_doctor", ("minor", "wants_loss")),
    Rule("drug_abuse", "see_doctor", ("doping",)),
    Rule("drug_abuse", "see_doctor", ("insulin", "muscle_aim"), without="diabetic_person"),
    Rule("hypertensive", "see_doctor", ("bp_high",)),
    Rule("hyperglycaemia", "see_doctor", ("fasting_high",), without="diabetic"),
    Rule("palpitations", "see_doctor", ("irregular_heart",)),
    Rule("cardiac", "see_doctor", ("heart_history|stroke_history",)),
    Rule("persistent", "see_doctor", ("loses_untried|pain_weeks|blood_stool",)),
    Rule("musculoskeletal", "see_doctor", ("pop",), without="felt_fine"),
    # kind words, no weight talk
    Rule("eating_disorder", "ed_support", ("purging|starving|ed_words|very_low_kcal|underweight_loss",)),
    Rule("medication", "medication_referral", ("medication",)),
)

PAST_RULES: tuple[Rule, ...] = (
    Rule("cardiac", "see_doctor", ("chest_pain|heart_attack|heart_history|palpitations|irregular_heart",)),
    Rule("stroke", "see_doctor", ("stroke_now|stroke_history",)),
    Rule("syncope", "see_doctor", ("faint",)),
    Rule("neuro_spine", "see_doctor", ("seizure|saddle|leg_weakness",)),
    Rule("dvt", "see_doctor", ("calf_clot",)),
    Rule("self_harm", "crisis", ("suicidal|self_harm",)),
    Rule("eating_disorder", "ed_support", ("purging|ed_words|starving",)),
)
"""For what is over long ago: clearance before hard training, and care in how we talk."""

DERIVED: Mapping[str, Rule] = {
    # ordinary explanations: they hold only while nothing worse is said beside them
    "muscle_only": Rule(
        "",
        "none",
        ("muscle_sore",),
        "arm_jaw|sweating|cant_breathe|breathless|dizzy|near_faint|palpitations|severe_words",
    ),
    "saddle_only": Rule("", "none", ("bike",), "bladder|back_pain|leg_weakness|neck_fall"),
    "bladder_only": Rule("", "none", ("jumping",), "back_pain|saddle|tingling|leg_weakness|neck_fall|head_injury"),
}

SIGNS_OF: Mapping[str, Triggered[str]] = {
    "en": Triggered({name: re.compile("|".join(patterns), re.ASCII) for name, patterns in SIGNS_EN.items()}),
    "zh": Triggered({name: re.compile("|".join(patterns)) for name, patterns in SIGNS_ZH.items()}),
}
IDIOMS_OF: Mapping[str, re.Pattern[str]] = {
    "en": re.compile("|".join(IDIOMS_EN), re.ASCII),
    "zh": re.compile("|".join(IDIOMS_ZH)),
}
