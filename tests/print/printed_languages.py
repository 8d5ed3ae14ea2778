"""The sample in other languages: its texts replaced by others of a like length."""

from __future__ import annotations

import re
from itertools import cycle, pairwise

from printed_sample import sample

from engine.catalogue import Catalogue
from engine.schema.record import RecordPath
from engine.schema.text import Text
from engine.schema.traversal import map_texts
from engine.scripts.text_breaker import TextBreaker
from engine.thai.word_breaks import WordBreaker

# Article 1 of the Universal Declaration of Human Rights.
ARTICLE_1 = {
    "my": "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့်လည်းကောင်း၊ တူညီလွတ်လပ်သော "
    "အခွင့်အရေးများဖြင့်လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။ ထိုသူတို့၌ ပိုင်းခြား ဝေဖန်တတ်သော ဉာဏ်နှင့် "
    "ကျင့်ဝတ် သိတတ်သော စိတ်တို့ရှိကြ၍ ထိုသူတို့သည် အချင်းချင်း မေတ္တာထား၍ ဆက်ဆံကျင့်သုံးသင့်၏။ ",
    "km": "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។ "
    "មនុស្ស មានវិចារណញ្ញាណនិងសតិសម្បជញ្ញៈជាប់ពីកំណើត ហើយគប្បីប្រព្រឹត្ដចំពោះគ្នាទៅវិញទៅមក "
    "ក្នុងស្មារតីភាតរភាពជាបងប្អូន។ ",
    "qps": "Åll hümán béings âre börn frëe ând êqual ïn dîgnity ånd ríghts, ŵith réason ând "
    "cønscience. ",
}
"""By language; `qps` is a pseudo-language of lengthened Latin."""
LENGTH = {"my": 1.0, "km": 1.0, "qps": 1.35}
"""Signs of a text as a part of the Thai one's."""

_PLACE = re.compile(r"\{[^{}]*\}")


def sample_in(language: str) -> Catalogue:
    """Return the sample in that language: each text is a piece of the article."""
    breaker = TextBreaker(WordBreaker([]), language)
    article = ARTICLE_1[language]
    pieces = cycle(article[a:b] for a, b in pairwise((0, *breaker.breaks(article), len(article))))
    letters = {id(sample().words["print.letters"])}

    def change(text: Text, place: RecordPath) -> Text:
        del place
        if id(text) in letters:
            return text.model_copy(update={"shown": "A B C D E F", "breaks": ()})
        figure = re.match(r"[\d,.–-]* ?", text.shown)
        shown = figure[0] if figure else ""
        while len(shown) < LENGTH[language] * len(text.shown):
            shown += next(pieces)
        places = _PLACE.findall(text.shown)
        shown = " ".join([shown.strip(), *places])
        return Text(
            shown=shown,
            breaks=breaker.breaks(shown),
            facts=text.facts,
            unconfirmed=text.unconfirmed,
        )

    return map_texts(sample(), change).model_copy(update={"language": language})
