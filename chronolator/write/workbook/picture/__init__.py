"""The sheet Picture: what the chronology looks like, in charts, with the numbers behind them."""

from chronolator.write.workbook.picture.sheet import write_picture

__all__ = ["write_picture"]
