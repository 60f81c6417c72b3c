"""Every habit of laying out a chronology that the layouts are made of."""

from ..build import Feature
from . import banners, below, cells, columns, dates, documents, headings, marks, rows, sheets

FEATURES: tuple[Feature, ...] = (
    *headings.FEATURES,
    *columns.FEATURES,
    *dates.FEATURES,
    *banners.FEATURES,
    *sheets.FEATURES,
    *cells.FEATURES,
    *rows.FEATURES,
    *below.FEATURES,
    *marks.FEATURES,
    *documents.FEATURES,
)
