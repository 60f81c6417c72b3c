"""Whose words a row holds: the child's own, or what others tell of the child."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Flag, Person, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
FAMILY = Case(
    children=(
        Child("Robin Ashdown", date(2012, 11, 3)),
        Child("Wren Ashdown", date(2008, 6, 14)),
    ),
    people=(Person("Dana Ashdown", "mother"),),
)
YES, SILENT = Answer.YES, Answer.NOT_RECORDED
RECORD = {"Patient": "Robin Ashdown"}


@pytest.mark.parametrize(
    ("agency", "text", "heard"),
    [
        # An adult who rings tells of the child, until the child is spoken to.
        ("Social Care", "T/c from mum. Robin wants to live with Dad.", ""),
        ("Social Care", "Call from dad. Robin misses him, he says.", ""),
        ("Social Care", "MGM rang. Has had Robin all week. Did not want a visit.", ""),
        ("Social Care", "T/c from Robin. Wants to live with Dad.", "Robin"),
        ("Social Care", "Robin rang. Mum has gone again. Wants to come into care.", "Robin"),
        ("Police", "Phoned home. Robin picked up and said Mum was out.", "Robin"),
        ("School", "Phoned home. Gran answered and said he was poorly.", ""),
        ("School", "E-mail from EWO about Robin. Replied that he is on roll.", ""),
        ("School", "Text from Robin. Replied to say the bus is late.", "Robin"),
        # In a client's record who says it is the client.
        ("Housing", "Key work with Dana. Robin on the floor. Talked about rent.", ""),
        ("Probation", "Seen with partner. Robin in the room. Wants more contact.", ""),
        ("Housing", "Home visit. Robin told worker he hates the flat.", "Robin"),
        # Who is in the room beside the child, and does nothing, is not who says it.
        ("Social Care", "Wren on the stairs, mother in the kitchen. Says she is tired.", "Wren"),
        ("Social Care", "Mother seen, Wren in the garden. Says she is tired of it.", ""),
        ("Police", "999 from Dana. Robin told me he heard banging.", "Robin"),
        # Accounts and choices.
        ("Police", "Robin interviewed. Full account of being locked in.", "Robin"),
        ("Police", "ABE. Full account given by Robin.", "Robin"),
        ("Police", "Statement. Full account given by Dana.", ""),
        ("Police", "Robin interviewed. No account given.", ""),
        ("Family support", "Robin chose pizza and the park as his rewards.", "Robin"),
        ("Social Care", "Robin never wants to see Shaun again.", "Robin"),
        ("Social Care", "Mother never wants to see Robin's father again.", ""),
        ("Social Care", "Head read out Robin's wishes and feelings sheet.", "Robin"),
        ("Social Care", "Head read out Robin's attendance.", ""),
        ("Social Care", "Wren read out what she had written for the review.", "Wren"),
        ("Social Care", "Robin used Makaton to sign stop.", "Robin"),
        ("School", "Robin feels nobody at home listens.", "Robin"),
        # Who told of somebody goes on telling.
        ("Social Care", "Mum seen. Feels Robin is rude. Would rather be left alone.", ""),
        ("Social Care", "Wren seen. Says mum is mean. Wants to leave.", "Wren"),
        ("Social Care", "Wren said Robin cries. Feels sorry for him.", "Wren"),
        ("Social Care", "Mother and Wren seen. Mother says Wren is rude. Wants a break.", ""),
        ("Social Care", "Voicemail left by Robin asking when he can come home.", "Robin"),
        ("Police", "Robin arrested. In interview stated he was hungry.", "Robin"),
        ("CAFCASS", "Report filed: Robin consistent that he will not see father.", "Robin"),
        ("CAFCASS", "Report filed: guardian consistent that Robin should not move.", ""),
        # What only sounds like it.
        ("Social Care", "Robin said to have been at gran's.", ""),
        ("Social Care", "Drove Wren home. Said very little.", ""),
        ("Social Care", "Robin called but did not come down.", ""),
        ("Social Care", "Robin did not answer any of the worker's questions.", ""),
        ("Social Care", "Meeting. HV cannot recall Robin being in when she has called.", ""),
    ],
)
def test_whose_words_they_are(ask: Ask, agency: str, text: str, heard: str) -> None:
    told = ask(text, agency, case=FAMILY)
    found = [one for one in ("Robin", "Wren") if told[one, Question.VIEWS].answer is Answer.YES]
    assert " ".join(found) == heard


@pytest.mark.parametrize(
    ("agency", "text", "answer"),
    [
        ("Hospital", "Mother waited outside. Said he was hit by Dad.", YES),
        ("Hospital", "Attended with gran, who waited outside. Told nurse Dad did it.", YES),
        ("Hospital", "With gran. Said he has been hot since Friday.", SILENT),
        ("Hospital", "With gran. Swelling, says it hurts at night.", YES),
        ("Hospital", "With gran. Gran says it hurts at night.", SILENT),
        ("School", "At circle time told staff Daddy broke the door.", YES),
        ("School", "After lunch told Mrs Hill there was no food at home.", YES),
        ("School", "At parents evening told mum that he needs help.", SILENT),
        ("School", "Overheard telling a friend that his uncle sleeps in his bed.", YES),
        ("School", "Overheard mother telling a friend that she is leaving.", SILENT),
    ],
)
def test_words_in_a_childs_own_record(ask: Ask, agency: str, text: str, answer: Answer) -> None:
    told = ask(text, agency, case=FAMILY, other=RECORD)
    assert told["Robin", Question.VIEWS].answer is answer
