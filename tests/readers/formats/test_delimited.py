"""Text with delimiters, as every program and many hands write it."""

import pytest

from chronolator.readers.formats.delimited import read_delimited

STORY = "\n".join(f"line {number}, more, and more" for number in range(300))
CASES: dict[str, tuple[str, list[list[str]]]] = {
    "semicolons, and commas in the text": (
        "Date;Event\n12/03/2019;Seen, well, clean\n13/03/2019;Home, not seen, card left\n",
        [
            ["Date", "Event"],
            ["12/03/2019", "Seen, well, clean"],
            ["13/03/2019", "Home, not seen, card left"],
        ],
    ),
    "tabs, and commas and semicolons in the text": (
        "Date\tEvent\n12/03/2019\ta, b; c\n13/03/2019\td, e; f\n",
        [["Date", "Event"], ["12/03/2019", "a, b; c"], ["13/03/2019", "d, e; f"]],
    ),
    "pipes, and commas in the text": (
        "Date|Event\n12/03/2019|a, b\n13/03/2019|c, d\n",
        [["Date", "Event"], ["12/03/2019", "a, b"], ["13/03/2019", "c, d"]],
    ),
    "commas, and semicolons as often": (
        "Date,Event\n12/03/2019,seen; well\n13/03/2019,home; out\n",
        [["Date", "Event"], ["12/03/2019", "seen; well"], ["13/03/2019", "home; out"]],
    ),
    "a rare delimiter": (
        "Date~Event\n12/03/2019~a, b\n13/03/2019~c\n",
        [["Date", "Event"], ["12/03/2019", "a, b"], ["13/03/2019", "c"]],
    ),
    "titles of other widths above": (
        (
            "Eastvale Police, chronology\nPrepared by J Hale, 3 May 2019, for the review\n\n"
            "Date;Time;Event\n12/03/2019;10:00;Seen\n13/03/2019;11:00;Out\n"
        ),
        [
            ["Eastvale Police, chronology"],
            ["Prepared by J Hale, 3 May 2019, for the review"],
            [],
            ["Date", "Time", "Event"],
            ["12/03/2019", "10:00", "Seen"],
            ["13/03/2019", "11:00", "Out"],
        ],
    ),
    "delimiters at the ends": (
        "Date,Event,,,\n12/03/2019,Seen,,,\n",
        [["Date", "Event"], ["12/03/2019", "Seen"]],
    ),
    "ragged": (
        "Date,Event,Source\n12/03/2019,Seen\n13/03/2019,Out,PNC,extra\n14/03/2019\n",
        [
            ["Date", "Event", "Source"],
            ["12/03/2019", "Seen"],
            ["13/03/2019", "Out", "PNC", "extra"],
            ["14/03/2019"],
        ],
    ),
    "line ends in quotation marks": (
        'Date;Event\n12/03/2019;"Seen, ok\nwell, fine"\n13/03/2019;Out\n',
        [["Date", "Event"], ["12/03/2019", "Seen, ok\nwell, fine"], ["13/03/2019", "Out"]],
    ),
    "a long story in quotation marks": (
        f'Date;Event\n12/03/2019;"{STORY}"\n13/03/2019;x\n',
        [["Date", "Event"], ["12/03/2019", STORY], ["13/03/2019", "x"]],
    ),
    "quotation marks doubled": (
        'Date,Event\n12/03/2019,"Mother said ""fine"" and left"\n',
        [["Date", "Event"], ["12/03/2019", 'Mother said "fine" and left']],
    ),
    "quotation marks amid a cell": (
        'Date,Event\n12/03/2019,Mother said "fine" and left\n13/03/2019,x\n',
        [["Date", "Event"], ["12/03/2019", 'Mother said "fine" and left'], ["13/03/2019", "x"]],
    ),
    "a cell that begins with words quoted": (
        'Date,Event\n12/03/2019,"Fine" she said and left\n13/03/2019,x\n',
        [["Date", "Event"], ["12/03/2019", '"Fine" she said and left'], ["13/03/2019", "x"]],
    ),
    "a quotation mark never closed": (
        'Date,Event\n12/03/2019,"Seen\n13/03/2019,"Not seen"\n14/03/2019,Out\n',
        [
            ["Date", "Event"],
            ["12/03/2019", '"Seen'],
            ["13/03/2019", "Not seen"],
            ["14/03/2019", "Out"],
        ],
    ),
    "what looks like a delimiter in quotation marks": (
        '"Date";"Event, notes"\n"12/03/2019";"a, b"\n"13/03/2019";"c, d"\n',
        [["Date", "Event, notes"], ["12/03/2019", "a, b"], ["13/03/2019", "c, d"]],
    ),
    "a space before the quotation mark": (
        'Date, Event\n12/03/2019, "Seen, well"\n13/03/2019, "Out, away"\n',
        [["Date", "Event"], ["12/03/2019", "Seen, well"], ["13/03/2019", "Out, away"]],
    ),
    "a space behind every comma": (
        "Date, Event, Source\n12/03/2019, Seen, PNC\n13/03/2019, Out, PNC\n",
        [
            ["Date", " Event", " Source"],
            ["12/03/2019", " Seen", " PNC"],
            ["13/03/2019", " Out", " PNC"],
        ],
    ),
    "commas of the text unquoted, at the end": (
        (
            "Date,Time,Event\n12/03/2019,10:00,Seen at home, well, fed\n13/03/2019,11:00,Out\n"
            "14/03/2019,12:00,In, then out\n"
        ),
        [
            ["Date", "Time", "Event"],
            ["12/03/2019", "10:00", "Seen at home, well, fed"],
            ["13/03/2019", "11:00", "Out"],
            ["14/03/2019", "12:00", "In, then out"],
        ],
    ),
    "commas of the text unquoted, in the middle and in every row": (
        "Date,Event,Source\n12/03/2019,Seen, well,PNC\n13/03/2019,Out, in, up,PNC\n",
        [
            ["Date", "Event", "Source"],
            ["12/03/2019", "Seen, well", "PNC"],
            ["13/03/2019", "Out, in, up", "PNC"],
        ],
    ),
    "most records short of their last cell": (
        "Date,Event,Source\n12/03/2019,Seen, PNC\n13/03/2019,Out\n14/03/2019,In\n",
        [
            ["Date", "Event", "Source"],
            ["12/03/2019", "Seen", " PNC"],
            ["13/03/2019", "Out"],
            ["14/03/2019", "In"],
        ],
    ),
    "one column": (
        "12/03/2019 Seen at home, well\n13/03/2019 Not seen, out, away\n14/03/2019 In\n",
        [["12/03/2019 Seen at home, well"], ["13/03/2019 Not seen, out, away"], ["14/03/2019 In"]],
    ),
    "decimal commas": (
        "Date;Weight;Event\n12/03/2019;12,5;Weighed\n13/03/2019;12,6;Weighed\n",
        [
            ["Date", "Weight", "Event"],
            ["12/03/2019", "12,5", "Weighed"],
            ["13/03/2019", "12,6", "Weighed"],
        ],
    ),
    "the delimiter named": (
        "sep=;\nDate;Event\n12/03/2019;a,b,c\n",
        [["Date", "Event"], ["12/03/2019", "a,b,c"]],
    ),
    "the delimiter named in quotation marks": (
        '"sep=\t"\nDate\tEvent\n12/03/2019\ta,b\n',
        [["Date", "Event"], ["12/03/2019", "a,b"]],
    ),
    "carriage returns alone": (
        "Date,Event\r12/03/2019,Seen\r",
        [["Date", "Event"], ["12/03/2019", "Seen"]],
    ),
    "one record": ("12/03/2019;Seen, well", [["12/03/2019", "Seen, well"]]),
    "headings alone": ("Date,Event,Source\n", [["Date", "Event", "Source"]]),
}


@pytest.mark.parametrize("name", CASES)
def test_cells_are_parted_as_they_are_meant(name: str) -> None:
    text, rows = CASES[name]
    (sheet,) = read_delimited(text.encode(), "x")
    assert [list(row) for row in sheet.rows] == rows
