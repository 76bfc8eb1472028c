"""Import a large set of demo dossiers, where the addons offer an import.

Run inside Odoo's shell, which gives `env`; safe to repeat: known rows are updated.
"""

IMPORTER = "thuduc.import"

if IMPORTER not in env:
    raise SystemExit(f"no addon of this database defines the model {IMPORTER}")
print("  … importing the office's registers, some minutes", flush=True)
for register in env[IMPORTER].load_demo():
    print(
        f"  ✓ {register.filename}: {register.row_count} rows,"
        f" {register.new_count} new, {register.update_count} updated,"
        f" {register.unchanged_count} unchanged, {register.duplicate_count} doubles,"
        f" {register.error_count} with errors"
    )
env.cr.commit()
