"""What `make` runs: fetch Odoo, keep a database server, start, test and stop it.

Standard library only: it must run on a bare machine before anything is installed.
"""
