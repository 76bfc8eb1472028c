import base64
import hashlib

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import file_open

from ..tools.register_sheet import MOST_ROWS, NotARegister, read_register
from ..tools.vietnamese import format_amount


class DryRunOver(Exception):
    """Ends a dry run, so that its savepoint is rolled back."""


class ImportRun(models.Model):
    """A register in Excel that is checked, then loaded.

    Checking does all that loading does and takes it back, so what it reports is what
    will happen. Loading is one transaction: all rows, or none; rows with errors are
    left out only if the user says so. Loading again updates instead of doubling.
    """

    _name = "thuduc.import"
    _description = "Import of a Register"
    _order = "id desc"

    name = fields.Char(compute="_compute_name", store=True, string="Excel register")
    kind = fields.Selection(selection="_selection_kind", required=True)
    file = fields.Binary(string="Excel file", attachment=True, required=True)
    filename = fields.Char()
    agency_id = fields.Many2one(
        "thuduc.agency",
        string="Unit in charge",
        required=True,
        default=lambda self: self.env.user.agency_ids[:1],
        help="For rows that name no unit.",
    )
    skip_errors = fields.Boolean(
        string="Leave out rows with errors",
        help="Load the good rows; rows with errors stay out until they are corrected.",
    )
    state = fields.Selection(
        [("draft", "New"), ("checked", "Checked"), ("imported", "Imported")],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
    )
    checksum = fields.Char(readonly=True, copy=False)
    sheet = fields.Char(readonly=True, copy=False)
    unknown_columns = fields.Text(readonly=True, copy=False)
    checked_at = fields.Datetime(readonly=True, copy=False)
    imported_at = fields.Datetime(readonly=True, copy=False)
    imported_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    line_ids = fields.One2many("thuduc.import.line", "import_id", readonly=True)
    attention_line_ids = fields.One2many(
        "thuduc.import.line",
        "import_id",
        domain=["|", ("errors", "!=", False), ("warnings", "!=", False)],
        readonly=True,
    )
    row_count = fields.Integer(readonly=True, copy=False, string="Rows")
    new_count = fields.Integer(readonly=True, copy=False, string="New")
    update_count = fields.Integer(readonly=True, copy=False, string="Updated")
    unchanged_count = fields.Integer(readonly=True, copy=False, string="Unchanged")
    duplicate_count = fields.Integer(readonly=True, copy=False, string="Doubles")
    error_count = fields.Integer(readonly=True, copy=False, string="Errors")
    warning_count = fields.Integer(readonly=True, copy=False, string="To look at")

    @api.depends("filename", "kind")
    def _compute_name(self):
        for run in self:
            run.name = run.filename or run._kind_name() or ""

    # -- kinds of registers ----------------------------------------------------------

    @api.model
    def _mappings(self):
        """Model of the mapping and label of each kind; each procedure adds its own."""
        return {}

    @api.model
    def _demo_files(self):
        """Demo register of each kind, as a path in its addon."""
        return {}

    @api.model
    def _selection_kind(self):
        return [(kind, label) for kind, (_model, label) in self._mappings().items()]

    def _kind_name(self):
        return dict(self._selection_kind()).get(self.kind)

    def _mapping(self):
        self.ensure_one()
        return self.env[self._mappings()[self.kind][0]]

    # -- check and load -----------------------------------------------------------

    def write(self, vals):
        """Another file or unit has not been checked yet."""
        if vals.keys() & {"file", "kind", "agency_id"}:
            if any(run.state == "imported" for run in self):
                raise UserError(
                    self.env._(
                        "This register has been imported. Start a new import for "
                        "another file."
                    )
                )
            vals = {**vals, "state": "draft"}
        return super().write(vals)

    def action_check(self):
        """Do as if, take everything back, and tell row by row what would happen."""
        self.ensure_one()
        if self.state == "imported":
            raise UserError(self.env._("This register has been imported already."))
        register = self._read_file()
        try:
            with self.env.cr.savepoint():
                results = self._process(register, dry=True)
                raise DryRunOver
        except DryRunOver:
            self.env.invalidate_all()
        self._keep(register, results, "checked")
        self.checked_at = fields.Datetime.now()

    def action_import(self):
        """Load the register that was checked, all in one transaction.

        :raises UserError: rows have errors and the user did not say to leave them out.
        """
        self.ensure_one()
        if self.state != "checked" or self.checksum != self._checksum():
            raise UserError(self.env._("Check the register first."))
        register = self._read_file()
        results = self._process(register)
        wrong = [row.number for row, result, _dossier in results if result == "error"]
        if wrong and not self.skip_errors:
            raise UserError(
                self.env._(
                    "%(count)s row(s) have errors (rows %(rows)s). Correct them in the "
                    "file and check again, or tick “Leave out rows with errors”. "
                    "Nothing has been imported.",
                    count=len(wrong),
                    rows=", ".join(map(str, wrong[:20])) + ("…" * (len(wrong) > 20)),
                )
            )
        self._keep(register, results, "imported")
        self._tell_dossiers(results)
        self.write(
            {"imported_at": fields.Datetime.now(), "imported_by_id": self.env.uid}
        )

    def _content(self):
        return base64.b64decode(self.with_context(bin_size=False).file or b"")

    def _checksum(self):
        return hashlib.sha256(self._content()).hexdigest()

    def _read_file(self):
        columns = self._mapping()._columns()
        try:
            return read_register(self._content(), columns)
        except NotARegister as problem:
            raise UserError(self._explain_file(problem)) from problem

    def _explain_file(self, problem):
        if problem.code == "no_header":
            return self.env._(
                "The headings of the register were not found. These columns are "
                "missing: %(columns)s. Name them in one row above the data; download "
                "the sample file to see how.",
                columns=", ".join(problem.missing),
            )
        if problem.code == "too_long":
            return self.env._(
                "The register has more than %(most)s rows. Split it into several "
                "files.",
                most=format_amount(MOST_ROWS),
            )
        return self.env._(
            "This file is not an Excel register (.xlsx). Open it in Excel and save it "
            "as “Excel Workbook (.xlsx)”."
        )

    # -- what the screen offers -------------------------------------------------------

    def action_view_lines(self):
        """Rows of one result (``thuduc_result`` in the context), or all."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "thuduc_base.thuduc_import_line_action"
        )
        result = self.env.context.get("thuduc_result")
        domain = [("import_id", "=", self.id)]
        if result == "warning":
            domain.append(("warnings", "!=", False))
        elif result:
            domain.append(("result", "=", result))
        return {**action, "domain": domain, "display_name": self.name}

    # -- demo ----------------------------------------------------------------------

    @api.model
    def load_demo(self):
        """Import the demo register of each kind, rows with errors left out.

        :raises AccessError: invented dossiers are for managers to load, if at all.
        """
        if not (self.env.su or self.env.user.has_group("thuduc_base.group_manager")):
            raise AccessError(self.env._("Only a manager may load the demo registers."))
        if self.env.uid == SUPERUSER_ID:
            # Somebody has to hold the dossiers whose officer is unknown.
            return self.with_user(self.env.ref("base.user_admin")).load_demo()
        runs = self.browse()
        for kind, path in self._demo_files().items():
            with file_open(path, "rb") as source:
                content = base64.b64encode(source.read())
            runs |= self.create(
                {
                    "kind": kind,
                    "file": content,
                    "filename": path.rpartition("/")[2],
                    "agency_id": self.env["thuduc.agency"].search([], limit=1).id,
                    "skip_errors": True,
                }
            )
        for run in runs:
            run.action_check()
            run.action_import()
        return runs.ids
