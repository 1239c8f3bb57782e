"""Names by their sound: which letters find a name, and which must not."""

import subprocess
import sys
from time import perf_counter

import pytest

from console.domain.pinyin import pattern_of, spelling, whole_pattern_of


def finds(word: str, name: str) -> bool:
    pattern = pattern_of(word)
    return pattern is not None and pattern.search(spelling(name)) is not None


@pytest.mark.parametrize(
    "word",
    ["cxq", "chenxiaoqi", "chen", "chenx", "chenxq", "cxiaoqi", "xq", "xiaoqi", "q", "CXQ"],
)
def test_letters_find_a_name_from_any_syllable_on(word: str) -> None:
    assert finds(word, "陈小琪")


@pytest.mark.parametrize("word", ["cq", "hen", "cxqa", "xqc", "chenqi", "iao", "1", "", "陈"])
def test_letters_that_are_not_its_sound_do_not(word: str) -> None:
    assert not finds(word, "陈小琪")


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("曾国藩", "zgf", "cgf"),
        ("单雄信", "shanxx", "danxx"),
        ("解晓东", "xiexd", "jiexd"),
        ("仇和", "qiuhe", "chouhe"),
        ("区小明", "ouxm", "quxm"),
        ("查良镛", "zhaly", "chaly"),
        ("朴正", "piaozheng", "fuzheng"),
        ("盖小明", "gexm", "huxm"),
        ("翟小明", "zhaixm", "tixm"),
        ("陈单", "chendan", "zhendan"),
        ("尉迟恭", "yuchigong", "weichi"),
        ("单于飞", "chanyufei", "danyu"),
        ("尉健行", "weij", "yuj"),
    ],
)
def test_a_surname_is_read_as_families_read_it(name: str, right: str, wrong: str) -> None:
    assert finds(right, name)
    assert not finds(wrong, name)


def test_all_readings_of_a_given_name_are_accepted() -> None:
    for word in ("zhangle", "zhangyue", "zl", "zy"):
        assert finds(word, "张乐")
    for word in ("lixing", "lihang", "lhz", "lxz", "lxc", "lhc"):
        assert finds(word, "李行重")
    for word in ("wdan", "wshan", "wchan"):
        assert finds(word, "王单")


def test_the_letter_that_no_keyboard_has_can_be_typed_in_all_ways() -> None:
    for word in ("lvmeng", "lumeng", "lyumeng", "lümeng"):
        assert finds(word, "吕蒙")


def test_names_of_other_kinds_have_the_sound_of_their_characters_alone() -> None:
    assert spelling("Ann Li") == ""
    assert spelling("") == ""
    assert finds("abdlmmt", "阿卜杜拉·买买提")
    assert finds("zxm", "张 小 明 (B)")


def test_a_long_word_and_a_long_name_do_no_harm() -> None:
    assert pattern_of("a" * 41) is None
    assert not finds("a" * 40 + "", "啊" * 39 + "陈" * 10_000)
    assert finds("a" * 39, "啊" * 10_000)


def test_the_tables_are_not_loaded_before_somebody_asks() -> None:
    look = "import sys, console.wiring; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


@pytest.mark.parametrize(
    ("word", "name", "whole"),
    [
        ("cxq", "陈小琪", True),
        ("chenxiaoqi", "陈小琪", True),
        ("CXQ", "陈小琪", True),
        ("cx", "陈小琪", False),
        ("xq", "陈小琪", False),
        ("chenxq", "陈小琪", False),
        ("chenxiaoq", "陈小琪", False),
        ("zl", "张乐", True),
        ("zy", "张乐", True),
        ("zhangyue", "张乐", True),
        ("zhanle", "张乐", False),
        ("1", "张乐", False),
    ],
)
def test_a_word_spells_a_whole_name_by_all_initials_or_in_full(
    word: str, name: str, whole: bool
) -> None:
    pattern = whole_pattern_of(word)
    assert (pattern is not None and pattern.search(spelling(name)) is not None) is whole


def test_a_whole_name_is_found_among_others_line_by_line() -> None:
    names = "\n".join(map(spelling, ["陈小琪琪", "陈小琪", "小陈小琪"]))
    pattern = whole_pattern_of("cxq")
    assert pattern is not None
    assert [found.group() for found in pattern.finditer(names)] == [spelling("陈小琪")]


def test_a_long_word_is_answered_at_once_also_for_whole_names() -> None:
    name = spelling("安" * 40)
    for word in ("a" * 40, "an" * 20, "aan" * 13, "a" * 39 + "x"):
        pattern = whole_pattern_of(word)
        assert pattern is not None
        began = perf_counter()
        pattern.search("\n".join([name] * 50))
        assert perf_counter() - began < 1
