"""The bench's drafts agree with the truth that is kept about them."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest

from bench.drafts import Numbers, as_docx, as_text
from bench.generate import generate
from bench.recipe import HARD, STANDARD, Recipe
from bench.tracked import AUTHORS, tracked
from bench.truth import Kind, Pair

RECIPES = pytest.mark.parametrize("recipe", [STANDARD, HARD], ids=lambda recipe: recipe.name)
COUNT = 400
_NUMBER = re.compile(r"(\d+)(bis|ter)?")


def made(recipe: Recipe) -> Pair:
    return generate(COUNT, 7, recipe)


def linked(pair: Pair, *kinds: Kind) -> list[tuple[str, str]]:
    return [
        (pair.old[link.old].text, pair.new[link.new].text)
        for link in pair.links
        if link.kind in kinds
    ]


def shared(old: str, new: str) -> float:
    """The share of the shorter text's words that the other holds too, in any order."""
    ours, theirs = Counter(old.split()), Counter(new.split())
    return (ours & theirs).total() / min(ours.total(), theirs.total())


@RECIPES
def test_the_same_seed_makes_the_same_pair(recipe: Recipe) -> None:
    assert generate(60, 3, recipe) == generate(60, 3, recipe)
    assert generate(60, 3, recipe) != generate(60, 4, recipe)


@RECIPES
def test_shares_are_what_the_recipe_says(recipe: Recipe) -> None:
    pair = made(recipe)
    kinds = Counter(link.kind for link in pair.links)
    gone = COUNT - len({link.old for link in pair.links})
    came = len(pair.new) - len({link.new for link in pair.links})
    assert len(pair.old) == COUNT
    assert gone == round(recipe.deleted * COUNT)
    assert came == round(recipe.inserted * COUNT)
    assert kinds[Kind.MOVED] + kinds[Kind.MOVED_AND_EDITED] == round(recipe.moved * COUNT)
    assert kinds[Kind.SPLIT] == 2 * round(recipe.split * COUNT)
    assert kinds[Kind.MERGED] == 2 * round(recipe.merged * COUNT)
    assert kinds[Kind.REWRITTEN] == round(recipe.edited * recipe.rewritten * COUNT)
    assert len(pair.transfers) == round(recipe.transferred * COUNT)


def test_thirty_per_cent_are_edited_and_half_stay_as_they_were() -> None:
    kinds = Counter(link.kind for link in made(STANDARD).links)
    assert kinds[Kind.EDITED] + kinds[Kind.REWRITTEN] == 0.30 * COUNT
    assert kinds[Kind.SAME] == 0.51 * COUNT


@RECIPES
def test_kept_and_moved_paragraphs_have_the_same_words(recipe: Recipe) -> None:
    pairs = linked(made(recipe), Kind.SAME, Kind.MOVED)
    assert pairs
    assert all(old == new for old, new in pairs)


@RECIPES
def test_edited_paragraphs_differ_and_are_still_recognizable(recipe: Recipe) -> None:
    pairs = linked(made(recipe), Kind.EDITED, Kind.MOVED_AND_EDITED)
    assert pairs
    assert all(old != new for old, new in pairs)
    assert sum(shared(old, new) > 0.5 for old, new in pairs) > 0.95 * len(pairs)


@RECIPES
def test_half_of_the_words_of_rewritten_paragraphs_are_other(recipe: Recipe) -> None:
    shares = [shared(old, new) for old, new in linked(made(recipe), Kind.REWRITTEN)]
    assert 0.45 < sum(shares) / len(shares) < 0.7


@RECIPES
def test_parts_of_a_split_join_to_the_paragraph(recipe: Recipe) -> None:
    pair = made(recipe)
    split = sorted({link.old for link in pair.links if link.kind is Kind.SPLIT})
    for place in split:
        parts = [pair.new[link.new].text for link in pair.links if link.old == place]
        assert len(parts) == 2
        assert " ".join(parts) == pair.old[place].text


@RECIPES
def test_merged_neighbours_join_to_the_new_paragraph(recipe: Recipe) -> None:
    pair = made(recipe)
    merged = sorted({link.new for link in pair.links if link.kind is Kind.MERGED})
    for place in merged:
        origins = [link.old for link in pair.links if link.new == place]
        assert origins == [origins[0], origins[0] + 1]
        assert " ".join(pair.old[each].text for each in origins) == pair.new[place].text


@RECIPES
def test_all_but_moved_paragraphs_keep_their_order(recipe: Recipe) -> None:
    moved = {Kind.MOVED, Kind.MOVED_AND_EDITED}
    staying = [link.old for link in made(recipe).links if link.kind not in moved]
    assert staying == sorted(staying)


@RECIPES
def test_the_second_revision_is_numbered_anew_with_bis_and_ter_for_insertions(
    recipe: Recipe,
) -> None:
    pair = made(recipe)
    known = {link.new for link in pair.links}
    numbers = [_NUMBER.fullmatch(each.number) for each in pair.new]
    ranked = [match is not None and match[2] is not None for match in numbers]
    plain = [each.number for place, each in enumerate(pair.new) if place in known]
    assert ranked == [place not in known for place in range(len(pair.new))]
    assert plain == [str(number) for number in range(1, len(plain) + 1)]
    assert len({each.number for each in pair.new}) == len(pair.new)
    renumbered = [link for link in pair.links if pair.old[link.old] != pair.new[link.new]]
    assert len(renumbered) > 0.9 * len(pair.links)


def test_a_transferred_sentence_left_one_paragraph_and_stands_in_the_other() -> None:
    pair = made(HARD)
    links = {link.old: link.new for link in pair.links}
    assert pair.transfers
    for giver, taker in pair.transfers:
        before = pair.old[giver].text.split(". ")
        kept = pair.new[links[giver]].text
        carried = max(before, key=lambda sentence: shared(sentence, pair.new[taker].text))
        assert links[giver] != taker
        assert shared(carried, pair.new[taker].text) > 0.75
        assert carried not in kept


def test_hard_drafts_hold_siblings_and_repeated_short_paragraphs() -> None:
    texts = [each.text for each in made(HARD).old]
    short = [text for text in texts if len(text.split()) < 20]
    long = [Counter(text.split()) for text in texts if len(text.split()) >= 20]
    near = sum(
        any((one & other).total() > 0.75 * one.total() for other in long[:at])
        for at, one in enumerate(long)
    )
    assert len(short) == 0.10 * COUNT
    assert len(set(short)) < len(short)
    assert 0.12 * COUNT < near < 0.18 * COUNT


def test_paragraphs_are_about_a_hundred_and_ten_words_long() -> None:
    lengths = [len(each.text.split()) for each in made(STANDARD).old]
    assert 105 < sum(lengths) / len(lengths) < 120
    assert min(lengths) > 40


def test_plain_text_bears_numbers_or_hides_them() -> None:
    pair = made(STANDARD)
    typed = as_text(pair.new, Numbers.TYPED).strip().split("\n\n")
    hidden = as_text(pair.new, Numbers.HIDDEN).strip().split("\n\n")
    assert typed == [f"{each.number}. {each.text}" for each in pair.new]
    assert hidden == [each.text for each in pair.new]
    with pytest.raises(ValueError, match="list numbers"):
        as_text(pair.new, Numbers.WORD)


@pytest.mark.parametrize("numbers", list(Numbers))
def test_a_word_file_holds_every_paragraph_once(numbers: Numbers) -> None:
    pair = made(HARD)
    body = document(as_docx(pair.new, numbers))
    texts = re.findall(r"<w:t [^>]*>(.*?)</w:t>", body)
    typed = [f"{each.number}. {each.text}" for each in pair.new]
    plain = [each.text for each in pair.new]
    assert texts == (typed if numbers is Numbers.TYPED else plain)
    levels = [int(level) for level in re.findall(r'w:ilvl w:val="(\d)"', body)]
    ranks = [1 * each.number.endswith("bis") + 2 * each.number.endswith("ter") for each in pair.new]
    assert levels == (ranks if numbers is Numbers.WORD else [])


def test_both_readings_of_a_tracked_file_are_known() -> None:
    pair = generate(30)
    file = tracked(pair.old)
    body = document(file.docx)
    deleted = re.sub(r"<w:ins .*?</w:ins>(?=<w:[rid]|</w:p>)", "", body)
    before = [" ".join(words(each).split()) for each in deleted.split("</w:p>")[:-1]]
    accepted = re.sub(r"<w:del .*?</w:del>", "", body)
    after = [" ".join(words(each).split()) for each in accepted.split("</w:p>")[:-1]]
    assert before == list(file.before) == [f"{each.number}. {each.text}" for each in pair.old]
    assert after == list(file.after)
    assert file == tracked(pair.old)
    assert set(re.findall(r'w:author="([^"]*)"', body)) == set(AUTHORS)
    assert re.search(r"<w:ins [^>]*><w:del ", body)


def words(xml: str) -> str:
    return "".join(re.findall(r"<w:(?:t|delText) [^>]*>(.*?)</w:(?:t|delText)>", xml))


def document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return package.read("word/document.xml").decode()
