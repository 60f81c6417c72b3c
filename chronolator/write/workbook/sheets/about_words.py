"""What the sheet About says of answers, work, and what the tool cannot tell."""

ANSWERS = (
    (
        "Yes",
        (
            "The agency's own words say so, and the words are shown. They may still be wrong: an "
            "entry can be mistaken, or written later."
        ),
    ),
    (
        "No",
        "The agency's own words say that it did not happen at this contact.",
    ),
    (
        "Unclear",
        (
            "The words can be read both ways, or a column and the text disagree. Read the row "
            "and decide."
        ),
    ),
    (
        "Not recorded",
        (
            "The row says nothing about it. This is not No: the child may have been seen, and "
            "nobody wrote it down. The chronology shows it as a dash, so that the answers stand "
            "out; the words are in the cell, in its list and in the filter."
        ),
    ),
    (
        "The words weighed together",
        (
            "No phrase that the tool knows tells this answer. All words of the entry, weighed by "
            "what like words meant in rows labelled by hand, make it likely; those shown weigh "
            "most. Read the entry before you rely on it."
        ),
    ),
)
CANNOT_TELL = (
    (
        "Gaps",
        (
            "A gap is a stretch that is not recorded in the returns. The child may have been "
            "seen by an agency that sent no return, or whose own rules leave routine contacts "
            "out."
        ),
    ),
    (
        "Contacts",
        (
            "Rows are held together by who, when and what kind of contact, never by an "
            "identifier. “Possible” contacts are shown for you to look at; they do not count."
        ),
    ),
    (
        "Order",
        (
            "Where no time is written, the place of a row within its day is assumed, and "
            "the row says so."
        ),
    ),
    (
        "Truth",
        (
            "The tool reads what the agencies wrote. It does not know whether it is so, whether "
            "it is all, or what it means."
        ),
    ),
)
WORKING = (
    (
        "Your notes",
        (
            "Write in the yellow columns. They are carried into the next merge by the row's Ref, "
            "as are your corrections of the answers and rows that you add without a Ref."
        ),
    ),
    (
        "Your corrections",
        (
            "Correct an agency's day, time, name or words in the cell itself; a date may be "
            "written as about 5 May 2019 or May 2019. Yours counts from the next merge on, is "
            "marked, and Agency's own words shows what it stands for. Copy those words back to "
            "undo it."
        ),
    ),
    (
        "Your decisions",
        (
            "Whether rows are accounts of one contact, or one row told twice, you decide in the "
            "yellow columns of Contacts, Possible contacts, Duplicates and Decisions. It holds "
            "from the next merge on."
        ),
    ),
    (
        "Colours, comments and sheets",
        (
            "Your fills and comments stay with their rows, columns where you put them and as wide "
            "as you made them. Sheets of your own are carried as values. What cannot be carried "
            "is named on the sheet Problems and stands in the backup."
        ),
    ),
    (
        "Sorting and filtering",
        (
            "Sort and filter as you like, by the buttons of the headings: they take whole rows "
            "along. Where only some columns are sorted, your notes part from their rows. Sorting "
            "by No. gives the order of the chronology back."
        ),
    ),
    (
        "Folded columns",
        (
            "The last columns tell how a row came to us. The [-] and [1] above the columns fold "
            "them away; the printed pages leave them out."
        ),
    ),
    (
        "On paper",
        (
            "The chronology prints on A3, as wide as a page: from No. to About this row, and your "
            "columns as far as you wrote in them. Hide what you do not need, and the rest prints "
            "larger. Carried note: check and Agency's own words stand beyond that; About this row "
            "says where they tell something."
        ),
    ),
)
READING = (
    (
        "What it is for",
        (
            "For reading, and for an appendix: one row a contact. What is written here is not "
            "carried into the next merge. Notes, corrections and decisions go into the full "
            "workbook, one row an event, which chron merge writes without --collapse."
        ),
    ),
    (
        "Rows",
        (
            "The events of one contact stand in one row, where the first of them stands; in each "
            "column the words of an account stand behind the name of its agency. An event of no "
            "contact, or of a possible one, has a row of its own. Each event stands in one row, "
            "with all its words."
        ),
    ),
    (
        "Answers of several accounts",
        (
            "Yes, where one account says so and none says no. Unclear, where one says yes and one "
            "says no: Where the accounts differ tells which. A silence takes nothing back."
        ),
    ),
    (
        "What is not here",
        (
            "Gaps, duplicates, problems, sources, and what an account does not mention stand in "
            "the full workbook."
        ),
    ),
)
ACCESSIBLE = (
    (
        "For every reader",
        (
            "Each sheet is one table with one row of headings, from its first cell on, without "
            "merged cells or blank rows. What a colour says, a word beside it says too."
        ),
    ),
    (
        "Where it differs from the government's checklist, on purpose",
        (
            "Pages have a header and a footer, since the marking belongs on each printed page; "
            "what they say stands at the top of this sheet too. Columns for you to write in are "
            "empty at first. Columns that tell how a row came to us are folded. Sheets that only "
            "the tool reads are hidden."
        ),
    ),
)
