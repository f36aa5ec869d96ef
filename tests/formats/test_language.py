"""Which language an article is in."""

from __future__ import annotations

import pytest

from briefing.formats.language import detect
from tests.formats.samples import article


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said that the port will be open by the end of the week.", "en"),
        ("Die Regierung in Berlin hat am Montag neue Maßnahmen für die Häfen angekündigt.", "de"),
        ("Le président a rencontré mardi les ministres pour discuter du budget de l'État.", "fr"),
        ("El presidente anunció el lunes nuevas medidas contra la inflación.", "es"),
        ("Президент во вторник встретился с министром обороны страны.", "ru"),
        ("التقى الرئيس يوم الثلاثاء بوزير الدفاع في العاصمة.", "ar"),
        ("ראש הממשלה נפגש ביום שלישי עם שר הביטחון בירושלים.", "he"),
        ("总统星期二在北京会见了国防部长。", "zh"),
        ("", ""),
        ("12 345 678", ""),
        ("Net loss", ""),
        ("Shr 45 cts vs 58 cts\nNet 1.1 mln vs 829,000\nSales 12.4 mln vs 10.5 mln", ""),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert detect(text) in ({code, "en"} if code == "" and text.startswith("Shr") else {code})


def test_a_given_language_wins() -> None:
    assert article("language: French\n\nThe minister said that the port will be open.").language == "fr"


def test_figures_are_never_another_language() -> None:
    for line in ("Qtly div 35 cts vs 35 cts prior Payable March 2", "Oper shr 17 cts vs 25 cts Avg shrs mln"):
        assert detect(line) in ("", "en")


def test_lone_surrogates_do_no_harm() -> None:
    assert detect("\ud800 \udfff das ist \ud800 nicht gut und nicht schön") in ("", "de")
