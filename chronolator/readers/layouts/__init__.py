"""How a sheet is laid out, and what each of its rows is: headings, columns, banners, entries."""
