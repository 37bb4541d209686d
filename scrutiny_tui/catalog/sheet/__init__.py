"""Checklists in from spreadsheets: CSV, Excel workbooks, and forms in the XLSForm way of writing them."""
