"""evidence.toml -> EvidenceRules."""

from pathlib import Path

import msgspec

from chronolator.errors import RulesError
from chronolator.model import (
    Action,
    ActionWords,
    Aside,
    AttendanceWords,
    Cause,
    Claim,
    ContactKind,
    DayWords,
    DifferenceKind,
    Doing,
    EvidenceRules,
    EvidenceWeight,
    Limits,
    MatterRules,
    Mode,
    NumberWords,
    PartyWords,
    ThingWords,
    TopicWords,
    Turning,
    WordGroup,
)
from chronolator.model.rules.told_numbers import ToldNumbers
from chronolator.rules.evidence_shapes import EvidenceFile, Group
from chronolator.rules.files import read_rules
from chronolator.rules.matters import FILE
from chronolator.rules.variants import Variants


def read_evidence(folder: Path | None = None) -> EvidenceFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("evidence.toml", EvidenceFile, folder, last_counts=True, with_lists=True)


def load_evidence(folder: Path | None = None) -> EvidenceRules:
    """The rules of contacts, with a board's own over ours. Raises `RulesError`."""
    file = read_evidence(folder)
    _check(file)
    variants = Variants(file.variants.articles, file.variants.short)
    # Where somebody was, "in her bedroom throughout" and "in bedroom" tell different things.
    cut = Variants((), file.variants.short)
    return EvidenceRules(
        limits=Limits(**msgspec.structs.asdict(file.limits)),
        weights={one.id: EvidenceWeight(one.weight, one.says) for one in file.evidence},
        kinds=tuple(
            ContactKind(
                one.id,
                one.mode,
                cut.add(one.words),
                one.of,
                cut.add(one.types),
                one.mirrors,
                one.party,
                one.means,
                one.loose,
                one.not_before,
                one.told_by,
            )
            for one in file.kind
        ),
        parties=tuple(
            PartyWords(one.kinds, cut.add(one.words), one.shared, one.otherwise)
            for one in file.party
        ),
        clock=tuple(zip(file.clock.minutes, file.clock.weights, strict=True)),
        days=file.days,
        of_others=file.clock.of_others,
        happenings=file.clock.happenings,
        a_day_off=tuple(zip(file.clock.every, file.clock.a_day_off, strict=True)),
        rare_words=file.counted.rare_words,
        people=file.counted.people,
        matters=MatterRules(
            FILE,
            file.matters.fewest_words,
            tuple(zip(file.matters.below, file.matters.tells, strict=True)),
        ),
        aside=Aside(**msgspec.structs.asdict(file.aside)),
        turning=Turning(**msgspec.structs.asdict(file.turning)),
        family=file.family.words,
        asking=file.family.asks,
        kin=file.family.kin,
        whom=file.family.whom,
        hosts=file.hosts.kinds,
        proper=file.hosts.proper,
        by_town=file.hosts.by_town,
        called_without=file.hosts.called_without,
        home=file.hosts.home,
        public=file.hosts.public,
        about=file.family.about,
        every_child=file.family.every_child,
        nobody=file.family.nobody,
        told_numbers=ToldNumbers(**msgspec.structs.asdict(file.told_numbers)),
        common=file.common.words,
        same=_make_groups(file.same),
        parts=_make_groups(file.part),
        harms=_make_groups(file.harm),
        causes=tuple(Cause(one.id, one.words, one.of, one.before) for one in file.cause),
        things=ThingWords(**msgspec.structs.asdict(file.things)),
        claims=tuple(
            Claim(
                one.id,
                one.kind,
                (cut if one.kind is DifferenceKind.SEEN else variants).add_to_sides(one.sides),
                one.of,
            )
            for one in file.claim
        ),
        doings=tuple(
            Doing(one.id, one.kind, variants.add(one.before), variants.add(one.after))
            for one in file.doing
        ),
        details=tuple(Doing(one.id, one.kind, one.before) for one in file.detail),
        topics=_make_groups(file.topic),
        topic_words=TopicWords(**msgspec.structs.asdict(file.topic_words)),
        day_words=DayWords(**msgspec.structs.asdict(file.day_words)),
        terms=_make_groups(file.term),
        durations=file.durations,
        persons=_make_groups(file.person),
        attendance=AttendanceWords(
            **{
                name: variants.add(words)
                for name, words in msgspec.structs.asdict(file.attendance).items()
            }
        ),
        none=file.none.words,
        unhurt=variants.add(file.none.unhurt),
        whole=file.none.whole,
        spared=variants.add(file.none.spared),
        free_of=file.none.free_of,
        partly=file.none.partly,
        ailments=file.none.ailments,
        harmless=file.none.harmless,
        sides=file.side,
        relatives=_make_groups(file.relative),
        attenders=_make_groups(file.attender),
        either={text: one.of for one in file.either for text in one.words},
        numbers=NumberWords(**msgspec.structs.asdict(file.numbers)),
        actions=tuple(Action(**msgspec.structs.asdict(one)) for one in file.action),
        acting=ActionWords(**msgspec.structs.asdict(file.acting)),
    )


def _make_groups(groups: tuple[Group, ...]) -> tuple[WordGroup, ...]:
    return tuple(WordGroup(one.id, one.words, one.of, one.any) for one in groups)


def _check(file: EvidenceFile) -> None:
    """That what points at something by its id finds it, and that every list has its length."""
    kinds = {one.id for one in file.kind}
    for one in file.kind:
        for named in filter(None, (one.of, *one.mirrors)):
            if named not in kinds:
                _refuse(f"kind {one.id}: there is no kind {named!r}", "Write the id of a kind.")
    for name, groups in (
        ("part", file.part),
        ("cause", file.cause),
        ("relative", file.relative),
    ):
        ids = {one.id for one in groups}
        wrong = next((one for one in groups if one.of and one.of not in ids), None)
        if wrong:
            _refuse(
                f"{name} {wrong.id}: there is no {name} {wrong.of!r}", f"Write the id of a {name}."
            )
    _check_matters(file)
    if len(file.clock.minutes) != len(file.clock.weights):
        _refuse("clock: as many weights as minutes are needed", "Add or take out a weight.")
    for mode in Mode:
        if not 1 <= len(file.days.get(mode, ())) <= file.limits.most_days + 1:
            _refuse(
                f"days: {mode} needs weights, at most one for none and one for each of most_days",
                f"Write 1 to {file.limits.most_days + 1} weights.",
            )


def _check_matters(file: EvidenceFile) -> None:
    if len(file.matters.below) != len(file.matters.tells):
        _refuse("matters: what each likeness tells is needed", "Add or take out a name.")
    told = {one.id for one in file.evidence}
    strange = next((one for one in file.matters.tells if one and one not in told), "")
    if strange:
        _refuse(f"matters: there is no evidence {strange!r}", "Write the id of one.")


def _refuse(message: str, hint: str) -> None:
    raise RulesError(f"evidence.toml, {message}", hint=hint)
