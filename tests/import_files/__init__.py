"""The registers that ``make_import_files.py`` invents (see there)."""
