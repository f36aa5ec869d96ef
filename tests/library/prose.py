"""News that never happened, in as many versions as a test needs: each seed is another report."""

from __future__ import annotations

import random
import re

_WHO = (
    "Ilse Brandt|Omar Sayed|Tomas Veld|Greta Holm|Anton Kray|Lena Osei|Paulo Mirren|Dina Farouk|Karel Novy|Mia Tanaka"
)
_WHERE = "Port Ellery|Kestria|Ouriba|Lakeside|Halden|Kirad|Coldwater|Northam|Veldhoven|Marrow Bay"
_WHOM = "the Dockers Union|the Harbour Board|the Grain Office|Meridian Bank|the River Council|Halden Rail"
_DID = "said|told reporters|warned|confirmed|wrote in a letter|denied|repeated|announced|conceded|promised"
_NOUN = (
    "talks|harbour|bridge|grain|price|strike|inquiry|tunnel|vote|budget|ferry|hospital|school|flood|road|contract|"
    "court|appeal|pension|train|warehouse|storm|election|treaty|market|licence|witness|report|signal|cargo|pilot|crane"
)
_VERB = (
    "open|close|delay|repair|inspect|sell|build|refuse|accept|cancel|fund|cut|raise|study|move|paint|leave|block|win|"
    "lose|join|order|deliver|measure|replace|guard|empty|settle|name|count"
)
_LIKE = "old|new|northern|costly|quiet|empty|second|public|broken|early|late|heavy|common|narrow|disputed|local|final"


def report(seed: int, sentences: int = 14) -> str:
    """About twelve words a sentence, with names, numbers and days, in paragraphs of two."""
    chance = random.Random(seed)
    who, where, whom, did, noun, verb, like = (
        part.split("|") for part in (_WHO, _WHERE, _WHOM, _DID, _NOUN, _VERB, _LIKE)
    )
    cast, place = chance.sample(who, 3), chance.sample(where, 2)

    def thing() -> str:
        return f"the {chance.choice(like)} {chance.choice(noun)}"

    def sentence() -> str:
        days = f"{chance.randint(2, 90)} {chance.choice(('days', 'people', 'ships', 'houses', 'million crowns'))}"
        forms = (
            f"{chance.choice(cast)} {chance.choice(did)} that {thing()} would {chance.choice(verb)} {thing()} in "
            f"{chance.choice(place)} after {days}.",
            f"In {chance.choice(place)} {thing()} of {chance.choice(whom)} had to {chance.choice(verb)} {thing()} and "
            f"{thing()}, {chance.choice(cast)} {chance.choice(did)}.",
            f"Nobody could {chance.choice(verb)} {thing()} before {thing()} was ready, and {days} were lost to "
            f"{thing()}.",
        )
        return chance.choice(forms)

    lines = [sentence() for _ in range(sentences)]
    return "\n\n".join(" ".join(lines[at : at + 2]) for at in range(0, sentences, 2))


def edited(text: str, share: float, seed: int) -> str:
    """Each word, with this chance, replaced by one of another report."""
    chance = random.Random(seed)
    others = report(seed + 100_000, 20).split()
    parts = re.split(r"(\s+)", text)
    return "".join(p if p.isspace() or chance.random() >= share else chance.choice(others) for p in parts)


def form(seed: int) -> str:
    """The weekly report of a market: the same words, other figures."""
    chance = random.Random(seed)

    def figure() -> str:
        return f"{chance.randint(100, 999)},{chance.randint(100, 999)}"

    return (
        f"Traders at the Kestria exchange put the slaughter of hogs at {figure()} to {figure()} head this week, "
        f"against {figure()} head the week before and {figure()} head a year ago.\n\nCattle slaughter was put at "
        f"{figure()} to {figure()} head, against {figure()} head the week before and {figure()} head a year ago, the "
        f"exchange said in its report.\n\nStocks in the cold stores of Port Ellery came to {figure()} tonnes, of "
        f"which {figure()} tonnes were for export and {figure()} tonnes for the home market."
    )
