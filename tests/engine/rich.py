"""Beside the small module: a right that begins late, and everything that may refer to it."""

from __future__ import annotations

from datetime import date

LATE = date(2026, 3, 1)
"""`tiny.late` begins."""

FACTS = """\
  - id: tiny.late
    label: เงินใหม่
    unit: baht
    values: [{from: 2026-03-01, value: 500, source: leaflet}]
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: A
  - id: tiny.phone
    label: เบอร์
    unit: phone
    values: [{from: 2026-03-01, or_earlier: true, value: "1506", source: leaflet}]
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: A
schemes:
"""
BENEFIT = """\
  - id: tiny.new
    title: เงินใหม่
    short: ใหม่
    icon: bed
    scheme: tiny-scheme
    when: ใช้เมื่อถึงวัน
    pays: {shape: lump_sum, amount: tiny.late}
lesson:
"""
LESSON = """\
    - kind: explain
      title: สองเรื่อง
      minutes: 2
      say: |
        โทรถามที่ {tiny.phone} ก่อน

        - ของเดิมยังได้
        - ของใหม่ได้ {tiny.late}
    - {kind: ask, title: ลองตอบ, minutes: 1, say: ถามกัน, question: tiny.q.late}
    - {kind: explain, title: ได้เท่าไร, minutes: 5, say:"""
SHEET = """\
    rows: [tiny.benefit, tiny.new]
  - {kind: numbers, title: ใหม่, numbers: [{title: ใหม่, fact: tiny.late}]}
  - {kind: note, title: จำไว้, items: ["โทร {tiny.phone}", "ใหม่ {tiny.late}"]}
"""
QUESTIONS = """\
  - id: tiny.q.late
    kind: true_false
    objective: tiny.new
    level: 1
    ask: ของใหม่ได้ {tiny.late}
    answer: true
    why: เพิ่งเริ่ม
    explain: ตามประกาศ
  - id: tiny.q.old
    kind: true_false
    objective: tiny.know
    level: 1
    ask: ได้วันละ {tiny.daily|number} บาท
    answer: true
    why: ดูอัตรา
    explain: โทร {tiny.phone}
  - id: tiny.q.other
    kind: true_false
    objective: tiny.know
    level: 1
    ask: ปีละไม่เกิน {tiny.most}
    answer: true
    why: ดูเพดาน
    explain: ตามแผ่นพับ
  - id: tiny.q.old2
    kind: true_false
    objective: tiny.know
    level: 1
    ask: ได้ทุกวันที่นอน
    answer: true
    why: นับทุกคืน
    explain: ได้ {tiny.daily}
forms: {opening: [tiny.q.days, tiny.q.old], closing: [tiny.q.other, tiny.q.old2]}
situations:
  - id: tiny.s.new
    title: เรื่องใหม่
    icon: bed
    story: เกิดเรื่อง
    harm: {other: 100}
    helps: [tiny.new]
    claim: tiny.q.late
    remember: จำไว้
    talk: คุยกัน
  - id: tiny.s.both
    title: สองทาง
    icon: bed
    story: เกิดเรื่อง
    harm: {other: 100}
    helps: [tiny.new, tiny.benefit]
    claim: tiny.q.late
    remember: จำไว้
    talk: คุยกัน
  - id: tiny.s.old
    title: ทางเดิม
    icon: bed
    story: เกิดเรื่อง
    harm: {other: 100}
    helps: [tiny.benefit]
    tempting: [{benefit: tiny.new, why: ยังไม่ใช่}]
    remember: จำไว้
    talk: คุยกัน
myths:
  - {id: tiny.m.words, said: ได้น้อย, really: ตอนนี้ได้มากขึ้น, why: ของเดิม, facts: [tiny.daily]}
"""
RICH: tuple[tuple[str, str], ...] = (
    ("schemes:\n", FACTS),
    ("lesson:\n", BENEFIT),
    ("minutes: 10", "minutes: 13"),
    ("    - {kind: explain, title: ได้เท่าไร, minutes: 5, say:", LESSON),
    ("    rows: [tiny.benefit]\n", SHEET),
    ("objectives:\n", "objectives:\n  - {id: tiny.new, can: บอกของใหม่ได้}\n"),
    ("myths:\n", QUESTIONS),
)
"""What to replace in the small module."""
