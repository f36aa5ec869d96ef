"""Rules over the classes of `time_words`: which run of words is a time, and which builder reads it.

A rule is a name, an expression over class letters, and a builder. The first rule that matches at a word wins, so longer
and surer ones stand first. All repetitions are bounded, so that the time is linear in the words.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

from briefing.extract import date_patterns as dates
from briefing.extract import hour_patterns as hours
from briefing.extract import loose_patterns as loose
from briefing.extract import period_patterns as periods
from briefing.extract import year_patterns as years
from briefing.extract.time_run import Build
from briefing.model.frozen import frozen


@frozen
class Rule:
    """`letters` is matched at a word; `build` reads the words it covers."""

    name: str
    letters: str
    build: Build


_AND_HALF = "-?;-?a-?R"
_AMOUNT = f"(?:Y{{1,2}})?(?:[acdNq]|a~|Ra|aR|R|c-c|a[cq]|a?qO|cc{{1,3}}|qc|dc|[cdN]{_AND_HALF}|[ac]c;c{{1,2}}(?:-c)?)"
DURATION = Rule("duration", f"{_AMOUNT}-?#{{0,2}}[uU](?!-?\\.?old)", periods.read_duration)
HOUR_WORD = "hour-word"
RULES = (
    Rule("iso-date", "I", dates.read_iso),
    Rule("slashed-date", "/", dates.read_slashed),
    Rule("day-of-unit", "t?oO(?:[lhHn]|t[Spgn])u", dates.read_day_of_unit),
    Rule("month-days", "[mkj]t?[do]-[do](?:,?y)?|t?[do]-[do]O?[mkj](?:,?y)?", dates.read_day_span),
    Rule("full-date", "(?:[we],?)?(?:t?[dof]O?[mkj],?y|[mkj]t?[dof],?y)(?!Z)", dates.read_full_date),
    Rule("month-of-old-year", "[mkj],?[dN]C", dates.read_month_old),
    Rule("month-day-of", "(?:[mkj]t?[dof]|t?[dof]O?[mkj])O?(?:[lhHn]|t[Spgn])u", dates.read_month_of),
    Rule("month-day-list", "[mkj]d(?=(?:,d){1,5},?;d(?![NdKuU%$]))", dates.read_month_day),
    Rule(
        "month-day",
        "(?:(?:h?[ln])?[we],?)?(?:[hl]?[mkj]t?[dof](?!C|[,:]?d|%|-[uU])|t?[dof]O[mkj]|[do][mkj])",
        dates.read_month_day,
    ),
    Rule("month-year", "[mkj](?:,|O)?y", dates.read_month_year),
    Rule("month-of", "[mkj],?O?(?:[lhHn]|t[Spgn])u", dates.read_month_of),
    Rule("old-year", "[dNy]C|C[dNy]", years.read_old_year),
    Rule("bare-number", "(?<=i)N(?!M|i?t[gn]?P|-?[uU])|N(?=(?:-|B)[dN]C)", years.read_bare_number),
    Rule("spoken-clock", "c-?c(?:-?c)?(?:M|(?=hP))", hours.read_spoken_clock),
    Rule("season-span", "(?:t?=)?y_[dNy]", years.read_year_span),
    Rule("fiscal-year", "t?=y", years.read_year),
    Rule("fiscal-this", "(?:t|h|t&)=u(?!@)", periods.read_shift_by(0, "pub")),
    Rule("this-current", "t&(?:u|z)", periods.read_current),
    Rule("year-ago-quarter", "(?:tS?)?u-[AE](?:[fo]?-?u|z|[cd]U)", years.read_quarter_before),
    Rule("year-earlier", "a?u-[AE](?=.)", years.read_quarter_before),
    Rule("quarter-century", "[ac]u(?:-|Oa)?u[AEL]?", loose.read_quarter_century),
    Rule("unit-beyond", "tu(?:El|Ln)(?![uUwemkjPsWac])", periods.read_unit_beyond),
    Rule("week-from-day", "auD", periods.read_week_from_day),
    Rule("nth-weekday", "t[fl]w[Oi][mk](?:O?y)?", dates.read_nth_weekday),
    Rule("weekday-number", "[we],?to", dates.read_day_of_month),
    Rule("day-beyond", "tu[LE]D", periods.read_day_beyond),
    Rule("the-unit-before", "tuE", periods.read_shift_by(-1, "disc")),
    Rule("the-unit-after", "tuL", periods.read_shift_by(1, "disc")),
    Rule("months-of-year", "t?[fl!][cd]UO(?:=?y|[lhn]u|tu)", years.read_months_of),
    Rule("half-of-year", "t?[fl!]-?RO(?:=?y|[lhn]u|tu)", years.read_half_year),
    Rule("half", "t?f-?R(?:,?y)?(?!O)", years.read_half_year),
    Rule("same-period", "tS[uz](?:[Oi]=?y|,?lu|au[AE]|O?l?u)", years.read_same_period),
    Rule("period-of-year", "t?y'?-?[fo!]-?u|(?:tS?)?y-?(?:z|u(?!-))|lu'(?:z|u(?!-))", years.read_period_of_year),
    Rule("end-of-unit", "(?:t?r?RO|[LrE]i)tu", periods.read_end_of),
    Rule("the-year-ended", "t?=?u(?=@|BR?-?[mkjwe])", periods.read_ended),
    Rule("unit-of", "tuO(?=[.tTmkjwdo])(?!tu)", periods.read_unit_of),
    Rule("numbered-year", "t~?uy", years.read_numbered_year),
    Rule("the-quarter", "t~?u(?!O[.tyu]|-[.])", periods.read_the_unit),
    Rule("year-end", "u-?R|u'R", years.read_year_end),
    Rule("holiday", "(?:[lnhy]|t[gpn]|HS?)?T(?:,?y|Oy|W|O?(?:[lhnH]|tS)u)?", dates.read_holiday),
    Rule("month-set", "x[mks]", dates.read_month_set),
    Rule("weekday-set", "x[fo]?w", dates.read_weekday_set),
    Rule("week-on-weekday", "auiw|wu(?!s)", dates.read_week_on),
    Rule("weekday-beyond", "tw(?:El|Ln)(?![uUw])|[cdq]wA", dates.read_weekday_beyond),
    Rule("weekday-beside", "tw[EL]", dates.read_weekday_beside),
    Rule("weekday-of-week", "wO?(?:[lhnH]|t[Spgn])u", dates.read_weekday_of_week),
    Rule("the-weekday", "tw(?!s)", dates.read_the_weekday),
    Rule("weekday", "(?:h?[ln]|[ph]|t[pgnl]|HS?|tS)?w", dates.read_weekday),
    Rule("day-word", "D", dates.read_day_word),
    Rule("season-old", "s(?:O)?[dN]C", years.read_season_old),
    Rule("season-of", "t?sO(?:[lhHn]|t[Spgn])u", years.read_season_of),
    Rule("season-year", "t?s[O,]?y(?:-[dN])?", years.read_season),
    Rule(
        "season",
        "(?:h?[ln]|[hpgJ])s|(?:it?r?|tr?|(?<=[trO])r|tS|t[gpn]|HS?|RO|(?<=[aOB]))s(?![-Oy]|,y)",
        years.read_season,
    ),
    Rule("month-modified", "(?:h?[ln]|[hpg]|t[pgnl]|HS?|tS)[mk]", dates.read_month_alone),
    Rule("month-pair", "[mkj](?=_[mkj])|(?<=_)[mkj]", dates.read_month_of_pair),
    Rule(
        "month", "m|(?<=[iFBOr-])k(?!d)|(?<=[at.'])k(?![iFOd])|(?<=[mkj][;,-])k|k(?=[;,-][mkj])", dates.read_month_alone
    ),
    Rule("past-hour", "(?:Rl|(?:a?u|cU)[lB])[cd](?![uUmNyd])|cl[cd](?![uUmNyd])", hours.read_past_hour),
    Rule("clock", "K(?:M|U)?(?:itP)?|y(?=Z)", hours.read_clock),
    Rule("clock-hour", "[dNc]M|[dNc]itP|[dN](?=t[gn]P)", hours.read_clock),
    Rule("hour-this", "(?<=i)dhP", hours.read_hour_this),
    Rule("o-clock", "[dc]b(?:itP)?", hours.read_clock),
    Rule("part-beside", "tP[EL]", periods.read_part_beside),
    Rule("this-part", "hP", periods.read_this_part),
    Rule("last-part", "lP", periods.read_last_part),
    Rule("that-part", "HS?P|tSP", periods.read_that_part),
    Rule("next-part", "t[gn]P", periods.read_next_part),
    Rule("part-set", "xP", periods.read_part_set),
    Rule(
        "quarter-of",
        "(?:t|[lhn])?[fo]-?uO(?:=?y|[lhn]u|tu)|t?[l!]uO(?:=?y|[lhn]u|tu)|[lhn]u'[fo]u|t?[fo]-?u,?y",
        years.read_quarter,
    ),
    Rule("ordinal-unit", "t?[of]-?uC?", years.read_ordinal_unit),
    Rule("decade", "t?(?:r-?)?(?:c-?)?[GQ]C?", years.read_decade),
    Rule("decade-owned", "(?:t(?:r-?)?|r-?|(?<=';))[ydN]'", years.read_decade_owned),
    Rule("counted-recent", f"(?:[th]?[lpn]|tg|g(?!a)){_AMOUNT}=?#{{0,2}}[uU]", periods.read_duration),
    Rule("unit-and-half", f"{_AMOUNT}-?[uU]{_AND_HALF}(?!O)[AEL]?", loose.read_unit_and_half),
    Rule("ago-about", "[acdN]-?[uU];[.c]A", loose.read_ago_about),
    Rule("from-now", f"(?:{_AMOUNT}-?)?[uU]iV", loose.read_from_now),
    Rule("ago", f"{_AMOUNT}-?[uU]A", periods.read_distance(-1, "told")),
    Rule("ago-vague", "U[AE]", periods.read_past),
    Rule("counted-earlier", f"{_AMOUNT}[uU]E", periods.read_distance(-1, "disc")),
    Rule("counted-later", f"{_AMOUNT}[uU]L", periods.read_distance(1, "disc")),
    Rule("counted-on", f"{_AMOUNT}[uU]i", periods.read_distance(1, "disc")),
    Rule("units-later", "UL", periods.read_distance(1, "disc")),
    Rule("this-weekend", "hW", periods.read_this_weekend),
    Rule("this-unit", "(?:[rEL]|EiO?)?h[uW]", periods.read_shift_by(0, "told")),
    Rule("that-unit", "(?:[rEL])?(?:H|tS|HS|hS)[uW]", periods.read_shift_by(0, "disc")),
    Rule("last-unit", "(?:[rEL])?h?l[uW]", loose.read_last_unit),
    Rule("next-unit", "(?:[rEL])?h?n[uW]", periods.read_shift_by(1, "pub")),
    Rule("the-last-unit", "tl[uW]", loose.read_last_unit),
    Rule("the-next-unit", "(?:[rEL])?t[gn][uW]", periods.read_the_next),
    Rule("the-previous-unit", "tp[uW]", periods.read_shift_by(-1, "disc")),
    Rule("the-weekend", "tW", periods.read_weekend),
    Rule("weekend-set", "(?<=i)W", loose.read_weekends),
    Rule("the-past-unit", "t[l]U", periods.read_vague_units),
    Rule("each", "xu", periods.read_set),
    Rule("set", "X", periods.read_set),
    Rule("unit-long", "a?[uU]-[.]", periods.read_long),
    Rule("broken-duration", "d-?d_d-?[uU]", periods.read_broken),
    DURATION,
    Rule("spoken-year", "cc(?:-?c|;c)?(?![uUNc])|°", years.read_spoken_year),
    Rule("for-units", "(?<=[Fi])U(?![cd])|(?<=Y)tU|tU[.]", periods.read_many_units),
    Rule("mid-unit", "t?r-?u", loose.read_mid_unit),
    Rule("these-days", "hU", loose.read_these_days),
    Rule("ago-bare", "A", periods.read_past),
    Rule("year-span", "y-[dN](?![\\d$%])", years.read_year_span),
    Rule("year", "(?:r-?)?y", years.read_year),
    Rule("the-past", "tl(?![acdNqYuUmkjwesPfoTW])", periods.read_past),
    Rule("vague-units", "t?VU", periods.read_vague_units),
    Rule("following-units", "t[gp]U|t?nU", periods.read_vague_units),
    Rule("at-night", "(?<=[iELB])P", hours.read_at_night),
    Rule("the-vague", "t<V|tV|V", periods.read_vague),
    Rule("day-of-month", "(?<=[it])o|(?<=i)tf(?![uUOw])", dates.read_day_of_month),
    Rule("meal", "(?<=[iELB])v", hours.read_meal),
    Rule("small-hours", "(?<=i)t?[~r]U|(?<=[iELB]t)[~r]U", hours.read_small_hours),
    Rule(HOUR_WORD, "ic(?![uUNcdqao-])", hours.read_hour_word),
    Rule("part-alone", "(?:iO?tr?|tr?|r)?P", hours.read_clock_part),
)


def _openings(letters: str) -> set[str]:
    """What a rule can start with: two classes, one where it may be no longer, nothing where it may be empty."""
    found: set[str] = set()
    for option in _split(letters):
        open_ends = {""}
        rest = option
        while rest and open_ends:
            part, rest, optional = _take(rest)
            longer = {(head + tail)[:2] for head in open_ends for tail in part if tail}
            found |= {both for both in longer if len(both) == 2}
            open_ends = {both for both in longer if len(both) < 2} | (open_ends if optional or "" in part else set())
        found |= open_ends
    return found


def _split(letters: str) -> list[str]:
    """The alternatives of the top level."""
    options, depth = [""], 0
    for sign in letters:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            options.append("")
        else:
            options[-1] += sign
    return options


def _take(rest: str) -> tuple[set[str], str, bool]:
    """What the first part can start with, what follows it, and whether it may be absent."""
    if rest[0] == "[":
        end = rest.index("]")
        part, rest = set(rest[1:end]), rest[end + 1 :]
    elif rest[0] == "(":
        depth = end = 0
        while not end or depth:
            depth += {"(": 1, ")": -1}.get(rest[end], 0)
            end += 1
        inner, rest = rest[1 : end - 1], rest[end:]
        if inner[:2] in ("?<", "?!", "?="):
            return set(), rest, True
        part = _openings(inner[2:])
    else:
        part, rest = {rest[0]}, rest[1:]
    if rest[:1] == "?":
        return part, rest[1:], True
    return part, rest[rest.index("}") + 1 :] if rest[:1] == "{" else rest, rest[:2] == "{0"


class _ByOpening(dict[str, tuple[re.Pattern[str], list[Rule]]]):
    """The rules that can begin with two classes, or with the last one, as one expression, made when first met."""

    def __missing__(self, letters: str) -> tuple[re.Pattern[str], list[Rule]]:
        fit = [any(each and letters.startswith(each) for each in openings) for _, openings in _openings_of_rules()]
        made = self[letters] = _as_one(tuple(compress(RULES, fit)))
        return made


@cache
def _as_one(rules: tuple[Rule, ...]) -> tuple[re.Pattern[str], list[Rule]]:
    return re.compile("|".join(f"(?:{rule.letters})()" for rule in rules)), [*rules]


@cache
def opening() -> re.Pattern[str]:
    """Finds a word that a rule can start with: one class that can be a whole match, or two that can begin one."""
    openings = set().union(*(openings for _, openings in _openings_of_rules())) - {""}
    alone = {opening for opening in openings if len(opening) == 1}
    pairs: dict[str, set[str]] = {}
    for opening in sorted(openings):
        if opening[0] not in alone:
            pairs.setdefault(opening[0], set()).add(opening[1])
    ahead = [f"{re.escape(first)}(?=[{re.escape(''.join(sorted(then)))}])" for first, then in pairs.items()]
    return re.compile("|".join([*map(re.escape, sorted(alone)), *ahead]))  # each begins with a sign: looked for at once


@cache
def _openings_of_rules() -> list[tuple[Rule, set[str]]]:
    return [(rule, _openings(rule.letters)) for rule in RULES]


_RULES_OF = _ByOpening()


def rule_at(classes: str, at: int) -> tuple[Rule, int, int] | None:
    """The first rule that matches at a word, and the words it covers."""
    pattern, rules = _RULES_OF[classes[at : at + 2]]
    match = pattern.match(classes, at)
    return (rules[(match.lastindex or 1) - 1], at, match.end()) if match else None
