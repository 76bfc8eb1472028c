from odoo import models

from ..exceptions import IssuedPaperFrozen

FILE_FIELDS = frozenset(
    {
        "checksum",
        "datas",
        "db_datas",
        "mimetype",
        "name",
        "raw",
        "res_field",
        "res_id",
        "res_model",
        "store_fname",
        "type",
        "url",
    }
)


class IrAttachment(models.Model):
    """The file of an issued paper is frozen, from whatever side one comes."""

    _inherit = "ir.attachment"

    def write(self, vals):
        if FILE_FIELDS & vals.keys():
            self._check_not_frozen()
        return super().write(vals)

    def unlink(self):
        self._check_not_frozen()
        return super().unlink()

    def _check_not_frozen(self):
        """Look at all papers, also those that the user does not see: ``sudo``."""
        if not self.ids:
            return
        documents = self.env["thuduc.document"].sudo()
        scanned = self.sudo().filtered(
            lambda a: a.res_model == documents._name and a.res_field == "scan"
        )
        frozen = documents.search(
            [
                "|",
                ("attachment_id", "in", self.ids),
                "&",
                ("id", "in", scanned.mapped("res_id")),
                ("state", "in", ("issued", "cancelled")),
            ],
            limit=1,
        )
        if frozen:
            raise IssuedPaperFrozen(
                self.env._(
                    "This file belongs to the issued paper “%(paper)s” and is kept as "
                    "it is.",
                    paper=frozen.display_name,
                )
            )
