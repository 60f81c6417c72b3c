"""The known events: what every layout tells."""

from dataclasses import dataclass
from datetime import date, time, timedelta

AGENCY = "Northshire Family Services"
AGENCIES = (AGENCY, "Eastvale Constabulary", "Millbrook Primary School")
ROBIN, WREN = "Robin Ashdown", "Wren Ashdown"
PASSWORD = "Heron 47"  # noqa: S105 - of files that the tests make themselves


@dataclass(frozen=True, slots=True)
class Known:
    """One event. `last` is its last day where it is a period, else its day."""

    day: date
    at: time | None
    kind: str
    text: str
    author: str
    action: str
    child: str
    agency: str
    days: int = 0

    @property
    def last(self) -> date:
        return self.day + timedelta(self.days)

    @property
    def recorded(self) -> date:
        return self.day + timedelta(2)

    @property
    def received(self) -> date:
        return self.day + timedelta(9)


_ROWS = """
2017-01-09 10:15 0 R 0 | Home visit | Robin seen at home with his mother; the flat was warm and there was food in the kitchen. | J Hale | Case note added
2017-01-23       0 W 2 | Meeting | Parents' evening: mother came alone and asked about free school meals for Wren. | S Okafor | Form handed over
2017-02-14 16:40 0 R 1 | Police log | Neighbour rang about shouting; officers spoke to both adults at the door. | PC Varga | Referral to social care
2017-02-14 18:05 0 R 0 | Telephone call | Mother said that the shouting was the television and that nobody was hurt. | J Hale | Visit arranged
2017-03-02       3 R 0 | Letter | Letters were sent to the family about rent arrears of \u00a3120 and about the boiler. | D Lund | No action needed
2017-03-27 09:30 0 W 2 | School record | Wren arrived without a coat; the class teacher lent her one and rang home. | T Bright | Family worker told
2017-06-19 11:00 0 R 0 | Home visit | No reply at the door; a card was left and the curtains were drawn. | J Hale | Second visit planned
2017-06-19       0 W 2 | School record | Wren was collected by an aunt who was not on the list of contacts. | T Bright | Office to ring mother
2017-06-19 19:20 0 R 1 | Police log | Father was spoken to in the street; he smelled of drink and went home. | PC Varga | No further action
2017-09-04       0 R 0 | Meeting | Team around the family met; the plan was agreed and copies were given to everybody. | S Okafor | Plan circulated
2017-11-21 14:00 0 W 2 | Telephone call | Grandmother offered to have Wren on Tuesdays so that mother can go to her course. | T Bright | Noted
2018-01-15 13:45 0 R 0 | Home visit | Robin and Wren were both at home; Robin showed the worker his drawings of the sea. | J Hale | Next visit in two weeks
2018-01-29       0 R 0 | Home visit | Visit cancelled by mother, who said by text message that she had a cold. | J Hale | Re-arranged
2018-02-06       4 W 2 | Letter | Absence letters were written: Wren missed four mornings without a reason being given. | S Okafor | Copy on file
2018-04-10 08:50 0 R 0 | Telephone call | The landlord asked whether the family had moved, as nobody had answered him. | D Lund | Address checked
2018-04-10       0 R 1 | Police log | A check of the address was made at the landlord's request; a light was on upstairs. | PC Varga | Result passed on
2018-07-03 15:10 0 W 2 | School record | Wren told the class that she was going to live at the seaside with her caf\u00e9-owning uncle. | T Bright | Passed to the lead
2018-10-22       0 R 0 | Meeting | Review of the plan: mother attended, father did not; the next review was fixed. | S Okafor | Minutes sent
2019-01-07 10:00 0 R 0 | Home visit | Robin was at nursery; the worker saw the bedroom and a new bed that still needed a mattress. | J Hale | Grant applied for
2019-03-18       6 R 0 | Letter | Three letters about the grant crossed in the post; the last one gave the decision. | D Lund | Grant paid
2019-03-18 16:20 0 W 2 | School record | Wren said that Robin cries at night and that she reads to him until he sleeps. | T Bright | Told the lead at once
2019-05-13 21:05 0 R 1 | Police log | Father was arrested after an argument in the car park; the children were with their grandmother. | PC Varga | Notification sent
2019-05-14 09:10 0 R 0 | Telephone call | Grandmother confirmed that both children had slept at hers and were fine. | J Hale | Strategy meeting asked for
2019-08-30       0 W 2 | Meeting | Case closed to early help; mother thanked everybody and the file was passed to the archive. | S Okafor | Closed
"""  # noqa: E501 - a table


def _read(line: str) -> Known:
    first, kind, text, author, action = (part.strip() for part in line.split("|"))
    day, *clock, days, child, agency = first.split()
    return Known(
        date.fromisoformat(day),
        time.fromisoformat(clock[0]) if clock else None,
        kind,
        text,
        author,
        action,
        {"R": ROBIN, "W": WREN}[child],
        AGENCIES[int(agency)],
        int(days),
    )


KNOWN = tuple(_read(line) for line in _ROWS.strip().splitlines())
