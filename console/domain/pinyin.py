"""Names by their sound: which letters find a Chinese name, by initials or spelled in full.

A character of a given name may be read in several ways, and whoever types does not know which one
its owner uses, so all of them are accepted. A surname has one reading, which for some is not the
usual one of the character: 曾 is zeng, 单 shan, 解 xie. Tones do not count.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

LONGEST_NAME = 40
"""So many characters of a name are spelled."""

LONGEST_WORD = 40
"""A longer word is no spelling of a name."""

_SURNAMES = """
卜 bu|单 shan|缪 miao|解 xie|仇 qiu|翟 zhai,di|都 du|阚 kan|查 zha|盖 ge,gai|覃 qin,tan|区 ou
朴 piao,pu|曾 zeng|乜 nie|莘 shen,xin|宓 mi,fu|黑 he,hei|员 yun|折 she|秘 bi|种 chong|召 shao
郗 xi,chi|繁 po|洗 xian|隗 wei,kui|谌 chen,shen|柏 bai,bo|薄 bo|牟 mou,mu|乐 yue,le|粘 nian|能 nai
佴 nai|费 fei,bi|郇 xun,huan|句 gou|祭 zhai,ji|藏 zang|行 xing,hang|朝 chao,zhao|角 jue|單 shan
區 ou|樸 piao|蓋 ge,gai|員 yun|樂 yue,le|種 chong|祕 bi|尉迟 yu chi|尉遲 yu chi|万俟 mo qi
么 yao|萬俟 mo qi|澹台 tan tai|澹臺 tan tai|单于 chan,shan yu
"""
"""Surnames that families read otherwise than the character is usually read; several where they
differ. The list is ours, put together by hand; any other surname has the usual reading.
"""

_CHINESE = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@lru_cache(maxsize=1)
def _surnames() -> dict[str, list[list[str]]]:
    entries = (entry.split(" ", 1) for line in _SURNAMES.split("\n") for entry in line.split("|"))
    return {
        entry[0]: [syllable.split(",") for syllable in entry[1].split()]
        for entry in entries
        if len(entry) > 1
    }


@lru_cache(maxsize=65536)
def spelling(name: str) -> str:
    """The sound of a name: each syllable after a semicolon, its readings parted by bars.

    陈小乐 becomes ``;chen;xiao;le|yue``. What is no Chinese character is left out; a name without
    any has no spelling.
    """
    characters = "".join(_CHINESE.findall(name[:LONGEST_NAME]))
    if not characters:
        return ""
    return "".join(f";{'|'.join(readings)}" for readings in _syllables(characters))


@lru_cache(maxsize=64)
def pattern_of(word: str) -> re.Pattern[str] | None:
    """What finds a word in a spelling, or None for a word that spells nothing.

    The word may be initials (``cxq``), full (``chenxiaoqi``), or anything between (``chenxq``),
    and may begin at any syllable of a name.
    """
    letters = word.replace("'", "").replace("ü", "v")
    if not 0 < len(letters) <= LONGEST_WORD or not (letters.isascii() and letters.isalpha()):
        return None
    letters = letters.lower()
    # A letter goes on in the same reading, or begins any reading of the next syllable.
    steps = (f"(?:{letter}|[a-z|]*;(?:[a-z]+\\|)*{letter})" for letter in letters[1:])
    return re.compile(f"[;|]{letters[0]}{''.join(steps)}")


@lru_cache(maxsize=64)
def whole_pattern_of(word: str) -> re.Pattern[str] | None:
    """What finds a spelling that a word spells from its beginning to its end, or None.

    The word is either all initials (``cxq`` is 陈小七 and not 陈小七郎) or spelled in full. A
    spelling ends with its line.
    """
    if pattern_of(word) is None:
        return None
    letters = word.replace("'", "").replace("ü", "v").lower()
    initials = "".join(f";(?:[a-z]+\\|)*{letter}[a-z|]*" for letter in letters)
    steps = (f"(?:{letter}|(?:\\|[a-z|]*)?;(?:[a-z]+\\|)*{letter})" for letter in letters[1:])
    full = f";(?:[a-z]+\\|)*{letters[0]}{''.join(steps)}(?:\\|[a-z|]*)?"
    return re.compile(f"^(?:{initials}|{full})$", re.MULTILINE)


def prepare(names: Iterable[str]) -> None:
    """Work names out ahead of the first question; meant for a thread that nobody waits for."""
    for name in names:
        spelling(name)


def _syllables(name: str) -> list[list[str]]:
    surnames = _surnames()
    compound = surnames.get(name[:2]) if len(name) > 2 else None
    if compound is not None:
        head, given = compound, name[2:]
    else:
        head, given = surnames.get(name[0]) or [_readings(name[0])[:1]], name[1:]
    return [*(_typed(readings) for readings in head), *(_typed(_readings(c)) for c in given)]


@lru_cache(maxsize=8192)
def _readings(character: str) -> list[str]:
    """The readings of a character without tones, the usual one first; itself if it has none."""
    # Its tables take a seventh of a second to load, and only who filters by sound needs them.
    from pypinyin import Style, pinyin

    return pinyin(character, style=Style.NORMAL, heteronym=True)[0]


def _typed(readings: list[str]) -> list[str]:
    """Readings as they can be typed: ü is v for an input method, u on a sign, yu in a passport."""
    ways = dict.fromkeys(way for r in readings for way in (r, r.replace("v", "u")))
    ways |= dict.fromkeys(r.replace("v", "yu") for r in readings if "v" in r)
    return list(ways)
