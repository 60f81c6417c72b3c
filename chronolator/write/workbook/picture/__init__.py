"""The sheet Picture: what the chronology looks like, in charts, with the numbers behind them."""

from chronolator.write.workbook.picture.sheet import PICTURE, write_picture

__all__ = ["PICTURE", "write_picture"]
