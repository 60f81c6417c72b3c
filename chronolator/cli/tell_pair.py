"""Tells why two rows are held to be accounts of one contact, or one row told twice, or neither."""

from math import isfinite

from chronolator.cli import show
from chronolator.cli.tell_row import tell_corrected_cells
from chronolator.contacts.explain import PairExplained, Verdict
from chronolator.explaining import PairOfRows
from chronolator.model import ContactStatus, Decision, DecisionKind, Event

_WHY = {
    Verdict.DECIDED: "You decided that they are accounts of one contact.",
    Verdict.HELD_APART: "You decided that they are not the same.",
    Verdict.LINKED: "They are held to be accounts of one contact.",
    Verdict.POSSIBLE: "They are possibly accounts of one contact: it is for you to decide.",
    Verdict.NO_AGENCY: "They are not compared: one of them is of no agency.",
    Verdict.ONE_AGENCY: (
        "They are of one agency, and accounts of one contact come from several. Nor is the one "
        "held to repeat the other: {parted}."
    ),
    Verdict.NO_DAY: "They are not compared: one of them is not known to the day.",
    Verdict.APART: "They are not linked: they lie too many days apart ({days} at most).",
    Verdict.NOTHING_SHARED: (
        "They are not linked: neither names the other's agency, and no kind of contact and no "
        "professional brings them together."
    ),
    Verdict.BELOW: "They are not linked: what speaks for it is too weak.",
    Verdict.TAKEN: "They are not linked: one of them is linked with another row of that agency.",
    Verdict.RIVAL: "They are not linked: another row of that agency fits as well.",
    Verdict.DISCORD: (
        "They are not linked: it would bring rows into one contact that do not agree, or two of "
        "one agency, or two that you decided are not the same."
    ),
}
_PARTING = (DecisionKind.NOT_DUPLICATE, DecisionKind.NOT_SAME)


def tell_pair(told: PairOfRows, *, alone: bool, workbook: str = "") -> None:
    """The two rows, the verdict, and what it was made of. `alone`: no other returns were read;
    `workbook`: where the decisions stand that no file holds.
    """
    if told.a == told.b:
        show.say()
        _tell_event(told.a)
        show.say()
        show.say("Both are one and the same row: it is named twice.", style="bold")
        return
    for event in (told.a, told.b):
        show.say()
        _tell_event(event)
        hers = [one for one in told.corrections if one.event == event.id]
        if hers:
            show.say(f"As you corrected it in {workbook}:", lead="  ")
            tell_corrected_cells(hers)
    show.say()
    for decision in told.decisions:
        _tell_decision(decision, workbook)
    if told.duplicate is not None:
        _tell_duplicate(told)
    elif told.pair is None:
        show.say("One of them repeats another row, and is not weighed. Explain it alone.")
    else:
        _tell_weighing(told, told.pair)
        if alone and told.pair.weight is not None:
            show.say()
            show.say(
                "Weighed among the rows of these files alone. Which words are rare, and which "
                "other rows fit, depends on all returns: --among agency weighs as a merge of that "
                "folder does."
            )


def _tell_decision(decision: Decision, workbook: str) -> None:
    place = f" (in {workbook})" if workbook else ""
    if decision.place:
        place = f" ({decision.place})"
    why = f": {decision.why}" if decision.why else ""
    show.say(f'Your decision{place}: "{decision.kind}"{why}.', style="bold")
    lead = "" if decision.honoured else "It is not followed: "
    for remark in decision.remark.splitlines():
        show.say(f"{lead}{remark}.", lead="  ")
        lead = ""


def _tell_event(event: Event) -> None:
    agency = event.agency or "no agency"
    show.say(f"{event.origin}: {agency}, {_tell_when(event)}", style="bold")
    show.say(event.text, lead="  ")


def _tell_when(event: Event) -> str:
    day = show.name_day(event.when.first) or event.when.written or "undated"
    return f"{day} {event.when.at:%H:%M}" if event.when.at else day


def _tell_duplicate(told: PairOfRows) -> None:
    duplicate = told.duplicate
    if duplicate is None:
        return
    kept = told.a if told.a.id == duplicate.kept else told.b
    show.say(
        f"They are one row told twice ({duplicate.kind}): {duplicate.other.origin} repeats "
        f"{kept.origin}, which stays.",
        style="bold",
    )
    if duplicate.ground:
        show.say(f"Held alike by: {duplicate.ground}.", lead="  - ")
    for one in duplicate.differs:
        show.say(f"It says otherwise: {one}.", lead="  - ")


def _tell_weighing(told: PairOfRows, pair: PairExplained) -> None:
    why = _WHY[pair.verdict].format(days=pair.limits.most_days, parted=_tell_parted(told))
    show.say(why, style="bold")
    if pair.weight is None:
        return
    limits = pair.limits
    show.say(
        f"{limits.linked:g} or more makes a link, {limits.possible:g} or more a possible one. A "
        "weight of 1 makes it twice as likely, of -1 half as likely."
    )
    show.say()
    table = show.make_table("Weight", "What speaks for it, and what against", numbers=(0,))
    for says, weight in pair.evidence:
        show.add_row(table, _tell_weight(weight), says)
    show.add_row(table, _tell_weight(pair.weight), "together", style="bold")
    show.open_console().print(table)
    for rival, weight in pair.rivals:
        show.say()
        _tell_event(rival)
        show.say(f"weighs {_tell_weight(weight)}", lead="  ")
    _tell_contact(told)


def _tell_parted(told: PairOfRows) -> str:
    if any(one.honoured and one.kind in _PARTING for one in told.decisions):
        return "you decided so"
    return "; ".join(told.parted)


def _tell_weight(weight: float) -> str:
    return f"{weight:+g}" if isfinite(weight) else "never"


def _tell_contact(told: PairOfRows) -> None:
    contact = told.contact
    if contact is None:
        return
    others = len(contact.events) - 2
    if others:
        linked = "linked" if contact.status is ContactStatus.LINKED else "possible"
        accounts = show.count(others, "more account", "more accounts")
        show.say()
        show.say(f"The {linked} contact has {accounts}.")
    agencies = {event.id: event.agency for event in (told.a, told.b)}
    if contact.differences:
        show.say()
        show.say("Where they differ", style="bold")
    for difference in contact.differences:
        said = "; ".join(
            f'{agencies.get(one.event, "another")}: "{one.words}"' for one in difference.said
        )
        show.say(f"{difference.topic}: {said}", lead="  - ")
