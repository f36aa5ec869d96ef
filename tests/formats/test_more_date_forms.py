"""More heads, as bulletins, magazines and web pages of many kinds write them, and heads in Markdown."""

from __future__ import annotations

import pytest

from tests.formats.samples import article
from tests.formats.test_date_forms import DECK, STORY, TITLE

# Each stands below the title and says 3 May 2021.
HEADS = (
    "Monday 3rd May 2021 | 14:02 BST | Jane Doe, Political Editor",
    "Filed: 3 May 2021 | By our own correspondent | ORRO",
    "ORRO, Monday 3 May 2021",
    "Reporting by Jane Doe; 3 May 2021",
    "CAPE JOURNAL (online edition) 3 May 2021",
    "Cape Journal — Sunday Edition — May 3, 2021",
    "Last Updated: 4 May 2021, 09:12. First Published: 3 May 2021, 18:00.",
    "Published 3 May 2021, updated 4 May 2021, 5 min read",
    "3 May 2021 — 18:22 — Jane Doe",
    "[2021-05-03 18:22 GMT]",
    "(Posted 2021-05-03)",
    "Date:\t3 May 2021",
    "DATELINE: ORRO, 3 May 2021",
    "Orro, May 3rd, 2021.",
    "Orro. 3 May 2021.",
    "Story filed from Orro on 3 May 2021 at 18:22",
    "Written in Orro, 3 May 2021",
    "From the print edition of 3 May 2021",
    "Print edition: May 3, 2021",
    "Appeared in the May 3, 2021, print edition.",
    "Air date: May 3, 2021",
    "For use after 0600 GMT 3 May 2021",
    "Press release No. 12/2021, 3 May 2021",
    "Press release, 3 May 2021",
    "Communiqué of 3 May 2021",
    "03 MAY 2021 18:22Z",
    "DTG 031822Z MAY 21",
    "031822Z MAY 2021",
    "3.5.2021",
    "3. 5. 2021",
    "MAY 3 2021 6:22PM ET",
    "Monday, May 3, 2021 – 12:00 AM",
    "Posted Monday, May 3rd 2021 @ 6PM by Jane Doe",
    "May 3, 2021 By Jane Doe Leave a Comment",
    "By Jane Doe  -  May 3, 2021  0",
    "Jane Doe  May 3, 2021",
    "Jane Doe\tMay 3, 2021",
    "Jane Doe\nMay 3, 2021",
    "by Jane Doe\nin Orro\n3 May 2021",
    "Jane Doe, Orro correspondent, 3 May 2021",
    "Opinion by Jane Doe, May 3 2021",
    "Analysis by Jane Doe | May 3, 2021",
    "Issue of 3 May 2021",
    "Edition of Monday, 3 May 2021",
    "Date of report: 3 May 2021",
    "Reported on 3 May 2021",
    "Recorded 3 May 2021",
    "Time: 2021-05-03 18:22",
    "Cape Wire 3 May 2021 18:22",
    "Cape Wire, 3 May 2021, 18:22 GMT - Orro",
    "Published by Cape Wire on 3 May 2021",
    "Published by the Cape Journal, 3 May 2021",
    "Published in the Cape Journal on 3 May 2021",
    "Published May 3, 2021 at 6:22 PM EDT | Updated May 4, 2021 at 9:00 AM EDT",
    "UPDATED 4 MAY 2021 09:00 | PUBLISHED 3 MAY 2021 18:22",
    "Updated: 4 May 2021, 9:00 am IST | Jane Doe | Published: 3 May 2021",
    "Jane Doe | Updated: 4 May 2021 | First Published: 3 May 2021",
    "Published: Mon, 3 May 2021 (2 days before the vote)",
    "Originally published by Cape Wire, 3 May 2021",
    "Published : 03 May 2021 , 06:22 PM",
    "Posted By: Jane Doe May 3, 2021",
    "Posted: Mon 3rd May 2021",
    "Post date: May 3, 2021",
    "Author: Jane Doe\nDate: Monday 3 May 2021",
    "By Jane Doe - 3 May 2021 - Orro",
    "By Jane Doe and John Roe, 3 May 2021",
    "By Jane Doe, John Roe and Ann Wray | 3 May 2021",
    "BY JANE DOE, STAFF WRITER\nMAY 3, 2021",
    "By Jane Doe, Orro | May 3, 2021 | 6:22 PM",
    "By Jane Doe of the Cape Journal, 3 May 2021",
    "By Jane Doe for Cape Wire, 3 May 2021",
    "By Jane Doe @janedoe May 3, 2021",
    "By Jane Doe jane@cape.example May 3, 2021",
    "By Dr Jane Doe | 3 May 2021",
    "by JANE DOE in Orro | 3 May 2021",
    "Text: Jane Doe | Photos: John Roe | 3 May 2021",
    "Text: Jane Doe\n3 May 2021",
    "Jane Doe (Orro), 3 May 2021",
    "Jane Doe/Orro, 3 May 2021",
    "Jane Doe, Orro\n3 May 2021",
    "Orro | Jane Doe | 3 May 2021",
    "Orro, May 3, 2021 (Cape Wire)",
    "ORRO / Cape Wire / 3 May 2021",
    "Orro (Cape Wire), 3 May 2021",
    "Cape Wire | Orro | 3 May 2021 | 18:22",
    "3 May 2021 | Orro | Cape Wire",
    "3 May 2021, Monday",
    "Monday 3 May, 2021",
    "Mon. 3 May 2021, 6.22pm",
    "2021-05-03 (Mon)",
    "2021-05-03, Monday",
    "2021-05-03 18:22 +02:00",
    "2021-05-03T18:22+0200",
    "Date: 2021-05-03 / Time: 18:22",
    "Date 03.05.2021 18:22",
    "Published 03.05.2021, 18:22",
    "DATE : 3rd MAY, 2021",
    "Dated: Orro, 3 May 2021",
    "Dated Orro the 3rd of May 2021",
    "3 MAY 2021 • NEWS • 4 MIN",
    "May 3, 2021 · Orro · by Jane Doe",
    "May 3, 2021 — by Jane Doe",
    "Posted 18:22 3 May 2021",
    "Published at 18:22 on Monday, 3 May 2021",
    "Published Monday at 18:22, 3 May 2021",
    "Story from Cape Wire: 3 May 2021",
    "Cape Journal: 3 May 2021",
    "Cape Journal. 3 May 2021.",
    "Cape Journal of 3 May 2021",
    "The Cape Journal, Monday, May 3, 2021, p. 7",
    "The Cape Journal, Vol. XII, No. 33, Monday, May 3, 2021",
    "The Cape Journal\nMonday, May 3, 2021\nPage 7",
    "CAPE JOURNAL\nEst. 1887\nMonday, May 3, 2021",
    "Thornsby Echo, 3 May 2021 - updated 4 May",
    "Posted 3 May 2021, last modified 4 May 2021 09:00",
    "Published 3 May 2021. Last updated 4 May 2021.",
    "First published 3 May 2021; corrected 5 May 2021",
    "This article was published more than 2 years ago (3 May 2021)",
    "This article is more than 2 years old\n3 May 2021",
    "Published on: May 03, 2021 06:22 pm IST",
    "Published on 2021/05/03",
    "Added on 03 May 2021",
    "Creation date: 3 May 2021",
    "Created on 3 May 2021 18:22",
    "Date of issue: Monday 3 May 2021",
    "Issued at 18:22 on 3 May 2021",
    "Issued by the Press Office, 3 May 2021",
    "Embargoed until 00:01 GMT 3 May 2021",
    "EMBARGO: 3 May 2021, 06:00",
    "Sent: Monday, May 3, 2021 6:22 PM",
    "Transmitted 3 May 2021 1822 GMT",
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_the_head_says_when(head: str) -> None:
    read = article(f"{TITLE}\n{head}\n\n{STORY}")
    assert read.published, head
    assert read.published.day.isoformat() == "2021-05-03"
    assert read.title == TITLE
    assert read.text.value.endswith(STORY)


@pytest.mark.parametrize(
    "text",
    [
        "# {title}\n\n**Published:** 3 May 2021 | **Updated:** 4 May 2021\n\n{story}",
        "# {title}\n\n> Cape Journal, 3 May 2021\n\n{story}",
        "# {title}\n\n_3 May 2021_\n\n{story}",
        "# {title}\n\n### Cape Journal · 3 May 2021\n\n{story}",
        "# {title}\n\n## By Jane Doe\n\n3 May 2021\n\n{story}",
        "# {title}\n\n- Date: 3 May 2021\n- Author: Jane Doe\n\n{story}",
        "# {title}\n\n*{deck}*\n\nBy **Jane Doe** | 3 May 2021\n\n{story}",
        "# {title}\n## The crew had gone to a wedding\n\n*By Jane Doe, 3 May 2021*\n\n{story}",
        "**{title}**\n\n*3 May 2021, Cape Journal*\n\n{story}",
        "Cape Journal, 3 May 2021\n\n# {title}\n\n{story}",
        "---\ntitle: x\npublished_at: 2021-05-03 18:22\nupdated: 2021-05-04\n---\n{story}",
        "---\ntitle: x\ndates:\n  published: 2021-05-03\n  updated: 2021-05-04\n---\n{story}",
        "---\ntitle: x\nlastmod: 2021-05-04\npubDate: Mon, 03 May 2021 18:22:00 GMT\n---\n{story}",
        "# {title}\n\n{story}\n\n---\n\n*First published 3 May 2021*",
        "# {title}\n\n{story}\n\n*(Cape Journal, 3 May 2021)*",
    ],
)
def test_heads_in_markdown(text: str) -> None:
    read = article(text.format(title=TITLE, story=STORY, deck=DECK), "a.md")
    assert read.published
    assert read.published.day.isoformat() == "2021-05-03"
    assert STORY in read.text.value


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_days_as_headings_of_a_timeline_date_nothing(name: str) -> None:
    text = f"{TITLE}\n\n{DECK}\n\n3 May 2021\n\n{STORY}\n\n5 May 2021\n\n{STORY}\n"
    assert article(text if name == "a.txt" else f"# {text}", name).published is None
