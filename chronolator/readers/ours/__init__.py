"""Workbooks that chron wrote, read again after their author worked in them."""
