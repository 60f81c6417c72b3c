"""The words by which a row tells who turned to whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turning:
    """Words by which a row tells who turned to whom, and who was there.

    `takes` ("from"), `gives` ("to"), `together` ("with") and `passive` ("by") stand before the
    agency meant, `skip` between; before "to" one of `moves` tells that somebody went there, and
    "by" one of `vehicles` only how; behind one of `mutual` ("spoke to") either turned to the other,
    and what is `asked` from somebody was asked of them, but `asking` ("request from") is what they
    sent, to which the writer may have `answered`. What is `to_do` behind "to" or one of
    `coming_to_do` has not been done. What is sent and of `reach` went to the one named before it
    ("CAMHS referral sent"). What a child or relative `said` of somebody is hearsay.
    `verbs` stand on either side of it; those of `open` are passive ("police informed") at a
    sentence's end or before one of `ends`; those of `either` may be either there and before "to".
    What is `left` is so for whom one of `left_with` stands before ("message for").
    Before one of `calling` ("called at") a verb tells of no talk. `nouns` behind an agency are what
    it sent, `speaking` tells behind it that it turned to the writer; before a verb names and
    `roles` are passed over, and `links` between two. `sent` and `received` tell the direction of a
    notice, as `typed_sent` and `typed_received` do at the end of a kind of contact in a column of
    its own ("Letter in"); `there`, `coming` and `joint` that somebody was there, `apart` that they
    only passed, `again` that a meeting was held once more, `to_be_again` that it is to be,
    `day_before` and `day_behind` that something was, or is to be, on the day beside the row's own,
    `about_meeting` that a message is about one. `titles` stand before a professional's surname,
    `plain_titles` before anybody's.
    """

    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    calling: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    left_with: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    vehicles: tuple[str, ...] = ()
    mutual: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    to_do: tuple[str, ...] = ()
    coming_to_do: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    typed_sent: tuple[str, ...] = ()
    typed_received: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    to_be_again: tuple[str, ...] = ()
    day_before: tuple[str, ...] = ()
    day_behind: tuple[str, ...] = ()
    about_meeting: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    plain_titles: tuple[str, ...] = ()
