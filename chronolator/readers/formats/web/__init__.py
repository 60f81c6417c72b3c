"""Web pages, as case systems and Excel save tables, often under the name .xls -> sheets."""

from chronolator.readers.formats.web.files import is_web_page, read_web_page

__all__ = ["is_web_page", "read_web_page"]
