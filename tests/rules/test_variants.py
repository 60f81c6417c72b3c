"""Phrases as people in a hurry write them."""

from chronolator.rules.variants import Variants

VARIANTS = Variants(("the", "her"), {"with": "w", "was not": "wasn't"})


def test_articles_go_and_words_are_cut_short() -> None:
    assert VARIANTS.add(["stayed in the car"]) == ("stayed in the car", "stayed in car")
    assert set(VARIANTS.add(["with the mother"])) == {
        "with the mother",
        "w the mother",
        "with mother",
        "w mother",
    }
    assert VARIANTS.add(["was not there"])[1:] == ("wasn't there",)


def test_one_word_alone_is_no_variant() -> None:
    assert VARIANTS.add(["the ward"]) == ("the ward",)


def test_a_word_at_the_end_is_no_article() -> None:
    assert VARIANTS.add(["to collect her"]) == ("to collect her",)


def test_no_variant_is_of_two_sides() -> None:
    sides = VARIANTS.add_to_sides([["in the room", "left"], ["in room"]])
    assert sides == (("in the room", "left"), ("in room",))
