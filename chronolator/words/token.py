"""How a text is cut: its words, ages, weights and times, and what parts them."""

import re

_UNIT = (
    r"(?: (?: y | yrs? | years? | m | mths? | months? | w | wks? | weeks? | days? ) \b \.?"
    r" | /12 | /52 )"
)
_WEIGHT = r"(?: \d+ (?: \.\d+ )? (?: kgs? | lbs? ) | \d{3,4} g )"
_AGE = rf"""
    (?: (?: age | aged | dob:? | born | b\.? ) \s )?
    (?: \d{{1,2}} [/.] \d{{1,2}} [/.] \d{{2,4}}
      | \d{{1,2}} (?: \s? {_UNIT} (?: \s? \d{{1,2}} \s? {_UNIT} )? )? )
    (?: \s old )?
"""
_KIN = r"(?<= [^\W\d_] ) \s \( (?: \w+ [\s-] )? (?: brother | sister | sibling | sib ) \)"
_ABOUT = rf"""
    (?: (?<= \bboy ) | (?<= \bgirl ) | (?<= \bchild ) | (?<= \blad ) | (?<= \bmale ) )
    \s (?: aged \s )? (?: about | approx\.? | approximately | around | roughly | circa ) \s
    \d{{1,2}} (?: \s? {_UNIT} )? (?: \s old )?
    (?= \s (?! times | miles | min | hours | hrs ) | [.,;)] | $ )
"""
"""How old somebody looked: "small girl about 3"."""
_PLAIN = r"""
    (?: [ ] (?! age | about | approx | around | roughly | circa ) )?
    (?P<plain> (?<!\w) [^\W\d_] (?: \w++ (?! ['\u2019/&] ) | (?! [\w'\u2019/&.] ) ) )
"""
"""A word that begins with a letter, and with it the space before: nearly all are found by it, and
none of the others need be tried.
"""
TOKEN = re.compile(
    rf"{_PLAIN} |"
    rf"(?P<age> \s \( {_AGE} \) | {_KIN} | , \s {_AGE} , (?= \s [^\d\s] ) | {_ABOUT} ) |"
    rf"(?P<weight> \b {_WEIGHT} \b ) |"
    r"(?P<time> (?<![\w:.])"
    r" (?: (?: [01]?\d | 2[0-4] ) : [0-5]\d | (?: [01]\d | 2[0-3] ) \. [0-5]\d )"
    r" (?! [\d:/%] | \.\d | \s?(?:kgs?|lbs?|cm|mg|ml|mmol|g|percent)\b ) ) |"
    r"""
    (?P<word> (?<!\S)[@&+](?=\s) | (?<!\w) (?: [AaPp]\.[Mm] | [Ww]/out )\b
            | (?<!\w) [^\W\d_]['\u2019][^\W\d_]{3,}+ (?: ['\u2019]s\b )?
            | (?<!\w) (?: \d[:-]\d(?![\d:/-]) | \w{1,2}[/&]\w{1,2}(?!\w) | \w++ )
              (?: ['\u2019](?=\w) \w{1,7} )? )
  | (?P<colon> : | \?+
              | \s [-\u2013=] \s (?= (?: [Nn]o | [Yy]es | [NnYy] | [Nn]il | [Nn]one ) \b | / | $ )
              | [(] (?= [NnYy] [)] ) )
  | (?P<stop> [.!;]++ (?= \s | ["'\u2019\u201d)] | $ ) | \n | [\u2022|] )
  | (?P<slash> \s/\s (?! (?: [NnYy] | [Nn]o | [Yy]es ) \b ) )
  | (?P<pause> [,()\u2013\u2014] | \s-++\s )
  | (?P<quote> ["\u201c\u201d] | (?<!\w)['\u2018] (?=\w) | ['\u2019] (?!\w) )
    """,
    re.VERBOSE,
)
"""Each match is named by what it is: `plain` or another `word`, `age`, `weight`, `time`, `colon`,
`stop`, `slash`, `pause` or `quote`.
"""
