"""A small, whole content folder for tests: one module that passes the check."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.loading.content import default_root

MODULE = """\
id: tiny
title: {th: สิทธิเล็ก, en: Tiny right}
short: เล็ก
icon: umbrella
colour: teal
audience: คนทำงานอิสระ
summary: สิทธิสำหรับทดสอบ
tagline: หลักประกันของคนทำงานอิสระ
objectives:
  - {id: tiny.know, can: บอกได้ว่าได้เงินเท่าไร}
facts:
  - id: tiny.daily
    label: เงินทดแทนต่อวัน
    unit: baht/day
    values:
      - {from: 2018-01-01, value: 200, source: leaflet}
      - {from: 2026-01-01, value: 300, source: leaflet, where: หน้า 4}
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: A
  - id: tiny.most
    label: จำนวนวันมากที่สุด
    unit: days/year
    values:
      - {from: 2018-01-01, value: 30, source: leaflet}
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: B
schemes:
  - id: tiny-scheme
    title: โครงการเล็ก
    short: เล็ก
    icon: umbrella
    options:
      - {id: one, title: ทางเลือกเดียว, short: หนึ่ง}
benefits:
  - id: tiny.benefit
    title: เงินวันนอน
    short: วันนอน
    icon: bed
    scheme: tiny-scheme
    when: ใช้เมื่อนอนโรงพยาบาล
    pays: {shape: per_unit, unit: hospital_day, amount: tiny.daily, at_most: tiny.most}
lesson:
  minutes: 10
  steps:
    - {kind: story, title: เรื่องเล่า, minutes: 3, say: พี่แอ๋วนอนโรงพยาบาล 4 วัน}
    - {kind: explain, title: ได้เท่าไร, minutes: 5, say: "ได้วันละ {tiny.daily|number} บาท"}
    - {kind: act, title: สัปดาห์นี้, minutes: 2, say: โทรถามสายด่วน}
one_pager:
  - kind: benefits
    title: ได้อะไร
    columns: [{title: ทุกคน, option: one}]
    rows: [tiny.benefit]
questions:
  - id: tiny.q.days
    kind: choice
    objective: tiny.know
    level: 1
    ask: นอนโรงพยาบาลสี่คืน ได้เงินเท่าไร
    options:
      - {text: "{tiny.daily|times 4}", right: true}
      - {text: "{tiny.daily|times 3}", why: นับคืนแรกด้วย}
      - {text: "{tiny.daily|before|times 4}", why: เป็นอัตราเดิม}
    explain: "ได้ {tiny.daily} ปีละไม่เกิน {tiny.most}"
myths:
  - {id: tiny.m.free, said: รักษาฟรีทุกอย่าง, really: จ่ายเป็นเงินทดแทน, why: ชื่อคล้ายกัน}
"""

SOURCES = """\
- id: leaflet
  title: แผ่นพับ
  short: แผ่นพับ 2568
  publisher: สำนักงาน
  dated: 2025-03
  kind: official
"""


def write_module(root: Path, *replacements: tuple[str, str]) -> Path:
    """Write a content folder under `root` without the words of sheets and screens.

    Nothing but the module and its source: most checks are about no more, and the words of
    screens would take four fifths of the time. Each replacement must hit the module's text.
    """
    text = MODULE
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    content = root / "content"
    (content / "modules").mkdir(parents=True, exist_ok=True)
    (content / "modules" / "tiny.yaml").write_text(text, encoding="utf-8")
    (content / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return content


def write_content(root: Path, *replacements: tuple[str, str]) -> Path:
    """Write a content folder under `root` with the project's own words, ready to be built."""
    content = write_module(root, *replacements)
    shutil.copytree(default_root() / "locale", content / "locale", dirs_exist_ok=True)
    return content
