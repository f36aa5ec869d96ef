"""Closed word classes that tell a figure from another number."""

from __future__ import annotations

from briefing.extract.clause_words import listed

MEASURES = listed(
    "km kilometer kilometers kilometre kilometres mile miles meter meters metre metres m cm feet foot inch inches "
    "ton tons tonne tonnes kg kilogram kilograms kilos gram grams pound pounds litre litres liter liters barrel "
    "barrels hectare hectares acre acres megawatts mw gigawatts knots degrees euro euros dollar dollars ruble "
    "rubles rouble roubles yen yuan rupees lira francs crowns kronor percent percentage kilowatts volts gallons "
    "hertz bytes points"
)
IRREGULAR = listed(
    "people men women children police troops personnel dead wounded injured staff crew cattle aircraft fish sheep "
    "media data feet missing others"
)
NUMBERED = listed(
    "page pages no number article chapter paragraph gate room line section verse flight highway route aged age "
    "resolution berth pier platform channel day part phase version apollo boeing airbus type class serial ext "
    "extension tel phone page act clause rule seed level group district ward unit block zone camp"
)
AGES = frozenset(["year-old", "years-old", "year-olds", "month-old", "day-old", "week-old"])
DURATIONS = listed(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade "
    "decades century centuries weekend times time"
)
HARMED = listed("killed wounded injured arrested missing dead displaced died drowned detained hurt rescued")
COUNTING = listed("counted counts recorded records put puts gave gives estimated estimates listed lists tallied")
"""Who does this gives the figure, and is not the one it is about."""
BEGINS = listed(
    "a two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens scores hundreds thousands "
    "millions billions tens several few many half one"
)
OWNERS = frozenset(["its", "their", "his", "her"])
ARTICLES = frozenset(["a", "A"])
SCALES = listed("third quarter fifth tenth dozen hundred thousand million billion")
"""After `a` these make a number."""
