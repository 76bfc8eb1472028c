"""What an officer waits for, and what the nightly job costs.

Runs in Odoo's shell on a copy of the demo database. Each line tells milliseconds,
queries and the ratio to its limit (1.00 is the limit); the exit status tells whether
all are kept.
"""

import sys
import time
from datetime import date, timedelta
from statistics import median

from odoo import fields

TODAY = fields.Date.context_today(env["thuduc.deadline"])
EVENTS, REQUESTS = 200, 60
STORED, DUE = 20_000, 50
LIMITS = {"record an event": 150, "open the case form": 400, "daily reminders": 5_000}


def measure(act, prepare=lambda: None, times=5):
    """Run ``act`` and return (median milliseconds, queries of the last run)."""
    taken, queries = [], 0
    for _turn in range(times):
        prepare()
        env.flush_all()
        env.invalidate_all()
        before, start = env.cr.sql_log_count, time.perf_counter()
        act()
        env.flush_all()
        taken.append((time.perf_counter() - start) * 1000)
        queries = env.cr.sql_log_count - before
    return median(taken), queries


def long_case():
    """A lawsuit whose first round holds 200 events and 60 requests for evidence."""
    case = env["thuduc.case"].create(
        {
            "title": "Hồ sơ đo tốc độ",
            "agency_id": env.ref("thuduc_base.agency_ward_thuduc").id,
            "original_agency_id": env.ref("thuduc_base.agency_ward_thuduc").id,
        }
    )
    first = TODAY - timedelta(days=400)
    case.record_event("FI_ACCEPTED", first)
    case.record_event("FI_NOTICE_RECEIVED", first + timedelta(days=3))
    round_ = case.dossier_id.main_proceeding_id
    kind = {event.code: event.id for event in round_.type_id.event_type_ids}
    codes = ["FI_EVIDENCE_REQUESTED"] * REQUESTS
    codes += ["FI_EVIDENCE_PROVIDED"] * (EVENTS - REQUESTS - 2)
    env["thuduc.event"].create(
        [
            {
                "proceeding_id": round_.id,
                "type_id": kind[code],
                "date": first + timedelta(days=10 + position),
            }
            for position, code in enumerate(codes)
        ]
    )
    return case


def form_specification(model):
    """What the web client asks for when it opens the form."""
    views = env[model].get_views([(False, "form")], {"load_filters": False})
    known = views["models"]

    def specification(name, depth):
        result = {}
        for field_name, field in known.get(name, {}).get("fields", {}).items():
            relation = field.get("relation")
            if field["type"] in ("one2many", "many2many") and depth:
                inner = {"fields": {}, "limit": 40}
                if relation in known:
                    inner["fields"] = specification(relation, depth - 1)
                result[field_name] = inner
            elif field["type"] == "many2one":
                result[field_name] = {"fields": {"display_name": {}}}
            else:
                result[field_name] = {}
        return result

    return specification(model, 1)


def store_running_deadlines(case):
    """20,000 running hard deadlines, of which 50 are to be reminded today."""
    deadline = (
        case.deadline_ids.filtered(
            lambda d: d.code == "FI-05" and d.state in ("running", "overdue")
        )[:1]
        or case.deadline_ids.filtered(lambda d: d.severity == "hard")[:1]
    )
    env.flush_all()
    own = ("id", "trigger_event_id", "next_reminder", "date_due", "state", "severity")
    columns = ", ".join(
        name
        for name, field in deadline._fields.items()
        if field.store and field.column_type and name not in (*own, "activity_id")
    )
    events = ", ".join(
        name
        for name, field in env["thuduc.event"]._fields.items()
        if field.store and field.column_type and name != "id"
    )
    # SQL, because 20,000 rows are the setting of the measurement, not its subject.
    env.cr.execute(
        f"""
        WITH made AS (
            INSERT INTO thuduc_event ({events})
            SELECT {events} FROM thuduc_event, generate_series(1, %(stored)s)
             WHERE thuduc_event.id = %(event)s
            RETURNING id
        ), numbered AS (SELECT id, row_number() OVER () AS number FROM made)
        INSERT INTO thuduc_deadline
               ({columns}, trigger_event_id, next_reminder, date_due, state, severity)
        SELECT {columns}, numbered.id,
               CASE WHEN number <= %(due)s THEN %(today)s ELSE %(later)s END,
               CASE WHEN number <= %(due)s THEN %(soon)s ELSE %(far)s END,
               'running', 'hard'
          FROM thuduc_deadline, numbered
         WHERE thuduc_deadline.id = %(deadline)s
        """,
        {
            "stored": STORED,
            "due": DUE,
            "event": deadline.trigger_event_id.id,
            "deadline": deadline.id,
            "today": TODAY,
            "later": TODAY + timedelta(days=80),
            "soon": TODAY + timedelta(days=1),
            "far": TODAY + timedelta(days=90),
        },
    )
    env.cr.execute("ANALYZE thuduc_deadline; ANALYZE thuduc_event")
    env.invalidate_all()


def report(title, result):
    taken, queries = result
    ratio = taken / LIMITS[title]
    print(f"  {title:24} {taken:8.0f} ms {queries:5} queries  ratio {ratio:.2f}")
    return ratio


case = long_case()
days = iter(range(1, 100))
ratios = [
    report(
        "record an event",
        measure(
            lambda: case.record_event(
                "FI_EVIDENCE_PROVIDED", TODAY - timedelta(days=next(days))
            )
        ),
    )
]
wanted = form_specification("thuduc.case")
ratios.append(report("open the case form", measure(lambda: case.web_read(wanted))))
# Whatever the demo owes today is reminded first; then only the 50 are measured.
env["thuduc.deadline"]._cron_remind()
store_running_deadlines(case)
ratios.append(
    report(
        "daily reminders",
        measure(lambda: env["thuduc.deadline"]._cron_remind(), times=1),
    )
)
print(f"  stored: {STORED} running deadlines, due: {DUE}, on {date.today():%Y-%m-%d}")
sys.exit(int(max(ratios) > 1))
