# The commands of this project; what they do is in config/workbench.
# Settings: DB (name of the database), PORT (of the server), PYTHON.

export DB ?= thuduc
export PORT ?= 8069

.PHONY: help run test lint format bench shell stop clean demo-import setup

help: ## list the commands
	@grep -E '^[a-z-]+: ##' $(MAKEFILE_LIST) | sed 's/: ## /\t/' | expand -t 14

run: ## start the demo in Vietnamese and print its address and logins
	@config/thuduc run

test: ## run every check and test
	@config/thuduc test

lint: ## check the style of code, views and translations
	@config/thuduc lint

format: ## lay out Python and XML as lint wants them
	@config/thuduc format

bench: ## measure against the limits in tests/bench
	@config/thuduc bench

shell: ## open an Odoo shell on DB, or run a script from standard input
	@config/thuduc shell

stop: ## stop the demo
	@config/thuduc stop

clean: ## drop the databases of the demo and of the tests
	@config/thuduc clean

demo-import: ## import a large set of demo dossiers into DB
	@config/thuduc demo-import

setup: ## fetch what is missing: Odoo, Python packages, database server
	@config/thuduc setup
