from odoo import api, models


class ImportCaseDocket(models.AbstractModel):
    """What happened in a lawsuit, on the dockets of its rounds and its enforcement."""

    _inherit = "thuduc.import.mapping.case"

    @api.model
    def _sync_first_instance(self, proceeding, row):
        facts = row.facts
        terminated = facts["judged_event"] == "FI_TERMINATED"
        judgment = {
            "document_number": facts["judgment"],
            "outcome_id": facts["judged_outcome_id"],
        }
        if not terminated and facts["present"] is not None:
            judgment["agency_presence"] = "present" if facts["present"] else "absent"
        received = "FI_DECISION_RECEIVED" if terminated else "FI_JUDGMENT_RECEIVED"
        effect = "FI_TERMINATION_EFFECTIVE" if terminated else "FI_EFFECTIVE"
        wanted = [
            ("FI_ACCEPTED", facts["accepted"], {"document_number": facts["docket"]}),
            ("FI_NOTICE_RECEIVED", facts["received"], {}),
            ("FI_OPINION_SENT", facts["opinion"], {}),
            ("FI_TRIAL_DECISION", facts["brought"], {}),
            (facts["judged_event"], facts["judged"], judgment),
            (received, facts["judgment_received"], {}),
            (effect, facts["effective"], {}),
        ]
        self._sync_events(
            proceeding, [w for w in wanted if w[0] != "FI_EFFECTIVE"], row
        )
        if facts["appeal_event"]:
            appeal = [
                (facts["appeal_event"], facts["appealed"], {"note": facts["appeal"]})
            ]
            self._sync_events(proceeding, appeal, row)
            self._tell_late_appeal(proceeding, row)
        elif not terminated:
            self._sync_effect(proceeding, row)

    @api.model
    def _tell_late_appeal(self, proceeding, row):
        appeal = proceeding._standing_events(row.facts["appeal_event"])
        if appeal and appeal[-1:]._is_late_appeal():
            row.warn(
                self.env._(
                    "The appeal of %(date)s is late. Note the reason in the dossier "
                    "and attach the proof (Article 207 LTTHC).",
                    date=f"{row.facts['appealed']:%d/%m/%Y}",
                )
            )

    @api.model
    def _sync_effect(self, proceeding, row):
        """Effect as the register says, else as it follows from the windows of appeal;
        then the copy of the effective judgment."""
        facts = row.facts
        day = facts["effective"]
        if day:
            self._sync_events(proceeding, [("FI_EFFECTIVE", day, {})], row)
        else:
            follows = proceeding._effective_on()
            if follows and follows <= self._today():
                proceeding._sync_automatic("FI_EFFECTIVE", follows)
        copy = facts["effective_received"]
        if copy and not proceeding._standing_events("FI_EFFECTIVE"):
            row.warn(
                self.env._(
                    "The judgment was received as effective, but from when it has "
                    "effect cannot be told: fill in “Ngày nhận bản án” (the agency was "
                    "absent) or “Ngày có hiệu lực”. Its enforcement is left out."
                )
            )
        self._sync_events(proceeding, [("FI_EFFECTIVE_COPY_RECEIVED", copy, {})], row)

    @api.model
    def _sync_appeal(self, case, row):
        facts = row.facts
        later = facts["appeal_accepted"], facts["appeal_judged"]
        appeal = case.round_ids.filtered(lambda r: r.active and r.round_type == "AP")[
            :1
        ]
        if not appeal:
            if any(later):
                row.error(
                    self.env._(
                        "There is an appeal round but “Kháng cáo/ngày” is empty. Write "
                        "who appealed and when."
                    )
                )
            return
        self._write_differing(
            appeal,
            {
                "court_id": facts["appeal_court_id"],
                "docket_no": facts["appeal_docket"],
            },
            row,
        )
        judgment = {
            "document_number": facts["appeal_judgment"],
            "outcome_id": facts["appeal_judged_outcome_id"],
        }
        accepted = {"document_number": facts["appeal_docket"]}
        self._sync_events(
            appeal.proceeding_id,
            [
                ("AP_ACCEPTED", facts["appeal_accepted"], accepted),
                (facts["appeal_judged_event"], facts["appeal_judged"], judgment),
                ("AP_JUDGMENT_RECEIVED", facts["effective_received"], {}),
            ],
            row,
        )

    @api.model
    def _sync_enforcement(self, case, first, row):
        facts = row.facts
        wanted = [
            (
                "EN_FORCED_RECEIVED",
                facts["ordered"],
                {"document_number": facts["order"]},
            ),
            ("EN_COMPLETED", facts["done"], {}),
        ]
        if not any(day for _code, day, _values in wanted):
            return
        enforcement = case.enforcement_ids.filtered("active")[-1:]
        if enforcement:
            self._sync_events(enforcement.proceeding_id, wanted, row)
            return
        row.warn(
            self.env._(
                "Enforcement is noted, but no effective judgment from which it could "
                "follow. Complete the dossier, then record the enforcement there."
            )
        )
