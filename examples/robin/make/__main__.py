"""Makes the example case anew: `python -m examples.robin.make [FOLDER]`, in the project's folder.

The agencies' returns go to FOLDER/agency, and the tables that say what each row is to
FOLDER/expected; without FOLDER, to the example itself. The same rows give the same files.
`expected/gaps.csv`, `one_sided.csv` and `expectations.csv` are worked out by hand and never written
here.
"""

import sys
from pathlib import Path

from .labels import tabulate_contacts, tabulate_duplicates, tabulate_not_events, tabulate_rows
from .returns import load_returns, write_table
from .writers import write_return


def main() -> None:
    """Write the returns and the tables that their labels make."""
    here = Path(__file__).parent
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent
    returns = load_returns(here)
    (target / "agency").mkdir(parents=True, exist_ok=True)
    (target / "expected").mkdir(parents=True, exist_ok=True)
    for one in returns:
        write_return(one, target / "agency" / one.file)
    tables = {
        "rows.csv": tabulate_rows(returns),
        "contacts.csv": tabulate_contacts(returns, here / "contacts.toml"),
        "duplicates.csv": tabulate_duplicates(returns),
        "not_events.csv": tabulate_not_events(returns),
    }
    for name, table in tables.items():
        write_table(target / "expected" / name, table)


if __name__ == "__main__":
    main()
