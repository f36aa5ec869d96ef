"""Articles that mean ill, or are merely more than anybody expects. Each ends with its own last words."""

from __future__ import annotations

import json
import os

from tests.terminal.house import House

COPY = "cGF5bG9hZA=="
"""What the OSC 52 sequences would put on the clipboard."""

PAYLOADS = {
    "escape": "\x1b[31mred\x1b[0m \x1b[2J\x1b[H \x1b[?1049l \x1b[?1003h \x1b[6n \x1bc \x1b(0 \x1b#8 \x1b[20;1H",
    "osc": f"\x1b]52;c;{COPY}\x07 \x1b]52;c;{COPY}\x1b\\ \x1b]0;owned\x07 \x1b]8;;http://x/\x07link\x1b]8;;\x07",
    "dcs": "\x1bP+q544e\x1b\\ \x1b_Ga=T\x1b\\ \x1b^pm\x1b\\ \x1bXsos\x1b\\",
    "c1": f"\x9b31mred \x9d52;c;{COPY}\x9c \x90+q\x9c \x84\x85\x88\x8d\x8e\x8f\x98\x9e\x9f",
    "nul": "a\x00b\x08\x08\x08c\x07d\x0ee\x0ff\x11\x13g\x7fh\x0b\x0ci\x1aj\x05k\x9ck\rl",
    "bidi": "\u202egnorw\u202c \u2066x\u2069 \u2067y\u2069 \u200fz \u061cq \u2028 \u2029 \ufeff",
    "markup": "[/bad] [@click=app.quit]x[/] [bold red]loud[/] [link=http://x/]y[/link] [[ ]] \\[z] $primary",
    "emoji": "👩‍👩‍👧‍👦 👍🏽 🇱🇾 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☺️ 1️⃣ 한국어 ｆｕｌｌ 中文字 ﷽ 𓀀 \u3000",
    "marks": "e\u0301a\u0308 Z" + "\u0334\u0342\u0489" * 200 + "algo \u0301alone n\u0303 क्ष्म്",
    "rtl": "مرحبا بالعالم שלום עולם \u0627\u0644\u0633\u0644\u0627\u0645 abc 123 ہے",
    "broken": "\ud800 \udfff \ufffe \uffff \U000e0041\U000e007f \U0010fffd",
}
"""Text by the name of what is wrong with it."""

LONG_NAME = "Ilse " + "Brandt" * 332 + "son"
"""Exactly 2,000 characters that begin like a person's name."""


def last_words(name: str) -> str:
    """The word at the end of an article."""
    return f"Endmark-{name}."


def fill(house: House) -> set[str]:
    """Writes them all, as plain text, as JSON with payloads in every field, in file names; gives those with a text."""
    for name, payload in PAYLOADS.items():
        body = f"{payload} told {payload} Ilse Brandt {payload} on Monday, in Berlin.\n\n" * 6
        house.write(f"{name}.txt", f"Title {name} {payload}\n\nPublished: 2024-01-05\n\n{body}{last_words(name)}\n")
    house.write("line.txt", "Title line\n\nPublished: 2024-01-05\n\n" + "harbour envoy " * 75_000 + last_words("line"))
    house.write("word.txt", "Title word\n\nPublished: 2024-01-05\n\n" + "x" * 1_000_000 + "\n\n" + last_words("word"))
    lines = "\n".join(f"Row {at} of many, said envoy Ilse Brandt." for at in range(20_000))
    house.write("lines.txt", f"Title lines\n\nPublished: 2024-01-05\n\n{lines}\n\n{last_words('lines')}\n")
    named = f"Title name\n\nPublished: 2024-01-05\n\nSpokesman {LONG_NAME} told {LONG_NAME} in Berlin on Monday.\n\n"
    house.write("name.txt", named + last_words("name"))
    _write_records(house)
    _write_names(house)
    names = {f"{kind}{name}" for kind in ("", "json-", "file-") for name in PAYLOADS}
    # Bytes of no meaning are no text: that one is listed as a problem.
    return names - {"nul"} | {"line", "word", "lines", "name", "front", "long", "bytes"}


def _write_records(house: House) -> None:
    """JSON: payloads in every value, in keys and ids, and in what front matter and bylines hold."""
    with (house.folder / "records.jsonl").open("w", encoding="utf-8") as out:
        for name, payload in PAYLOADS.items():
            record = {
                "id": f"json-{name}-{payload}", "title": f"Title json-{name} {payload} {'t' * 300}",
                "published": "2024-01-05", "source": f"Wire {payload}", "author": f"By {payload} Brandt",
                "url": f"http://x/{payload}",
                "body": f"By {payload} Brandt\n\n{payload}\n\n{last_words(f'json-{name}')}",
                f"key {payload}": payload,
            }  # fmt: skip
            out.write(json.dumps(record) + "\n")
    body = f"Text of {PAYLOADS['markup']}\n\n{last_words('front')}"
    head = "\n".join(f"{key}: {PAYLOADS[key]}" for key in ("markup", "bidi", "emoji"))
    house.write("front.md", f"---\ntitle: Title front {PAYLOADS['c1']}\nsource: \x1b]0;w\x07\n{head}\n---\n\n{body}\n")
    long = {"id": LONG_NAME, "title": f"Title long {LONG_NAME}", "source": LONG_NAME, "body": last_words("long")}
    house.write("long.json", json.dumps(long))


def _write_names(house: House) -> None:
    """File and folder names: all that a file system takes, bytes that are no text included."""
    for name, payload in PAYLOADS.items():
        safe = payload.replace("/", "-").replace("\0", "").encode("utf-8", "surrogatepass")[:200]
        path = os.fsencode(house.folder) + b"/f-" + safe + b".txt"
        with open(path, "wb") as out:
            out.write(f"Title file-{name}\n\nPublished: 2023-01-05\n\n{last_words(f'file-{name}')}\n".encode())
    inside = os.fsencode(house.folder) + b"/caf\xe9 \x1b]0;w\x07"
    os.mkdir(inside)
    with open(inside + b"/\xff\xfe.txt", "wb") as out:
        out.write(b"Title bytes\n\nPublished: 2023-01-05\n\nEndmark-bytes.\n")
    with open(inside + b"/gone\x1b[2J.json", "wb") as out:
        out.write(b'{"title": "cut off')
