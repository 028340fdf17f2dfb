"""The smaller triggers, written once for both engines: frozen tables, states, counters, places, audit."""

from __future__ import annotations

from app.domain.flow import FLOWS, Flow
from app.models import Base
from app.models.sql.erasing import ERASING
from app.models.sql.guarded import APPEND_ONLY, AUDITED, FROZEN_COLUMNS, STAMPED, TYPED_AGAIN

HISTORY_STATES = {"sales_order": ("closed",), "shipment": ("shipped",)}
"""Per flow: states in which only what happened before Quai may begin (`history`)."""

_COUNTERS = (
    # name, table, event, when, target update; {id} and {delta} are the touched row and its change
    (
        "order_line_shipped",
        "shipment_line",
        "UPDATE OF shipped",
        "NEW.shipped <> OLD.shipped AND NEW.order_line_id IS NOT NULL",
        "UPDATE order_line SET shipped = shipped + NEW.shipped - OLD.shipped WHERE id = NEW.order_line_id;",
    ),
    (
        "order_line_returned",
        "return_line",
        "UPDATE OF received",
        "NEW.received <> OLD.received",
        "UPDATE order_line SET returned = returned + NEW.received - OLD.received WHERE id = NEW.order_line_id;",
    ),
    (
        "packed_more",
        "package_line",
        "INSERT",
        "NEW.qty > 0",
        "UPDATE shipment_line SET packed = packed + NEW.qty WHERE id = NEW.shipment_line_id;",
    ),
    (
        "packed_changed",
        "package_line",
        "UPDATE OF qty",
        "NEW.qty <> OLD.qty",
        "UPDATE shipment_line SET packed = packed + NEW.qty - OLD.qty WHERE id = NEW.shipment_line_id;",
    ),
    (
        "packed_less",
        "package_line",
        "DELETE",
        "OLD.qty > 0",
        "UPDATE shipment_line SET packed = packed - OLD.qty WHERE id = OLD.shipment_line_id;",
    ),
    (
        "inspected_more",
        "inspection",
        "INSERT",
        "NEW.undone_at IS NULL",
        "UPDATE return_line SET inspected = inspected + NEW.qty WHERE id = NEW.return_line_id;",
    ),
    (
        "inspected_undone",
        "inspection",
        "UPDATE OF undone_at",
        "OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL",
        "UPDATE return_line SET inspected = inspected - NEW.qty WHERE id = NEW.return_line_id;",
    ),
)

_LOCATION_MOVED = "OLD.physical <> NEW.physical OR OLD.sellable <> NEW.sellable OR OLD.kind <> NEW.kind OR OLD.warehouse_id <> NEW.warehouse_id"
_LOCATION_STOCKED = "SELECT 1 FROM stock_balance WHERE location_id = OLD.id"
_ORDER_AGREED = {
    "sales_order": "SELECT 1 WHERE OLD.state NOT IN ('quote', 'draft')",
    "order_line": "SELECT 1 FROM sales_order WHERE id = OLD.order_id AND state NOT IN ('quote', 'draft')",
}
_ASKED_BACK = "SELECT 1 FROM put_back WHERE shipment_id = NEW.id AND state = 'open'"
_PARCEL_CLOSED = "SELECT 1 FROM package WHERE id = OLD.package_id AND state <> 'open'"


def _key(table: str, row: str) -> str:
    columns = [column.name for column in Base.metadata.tables[table].primary_key.columns]
    return " || ',' || ".join(f"CAST({row}.{name} AS text)" for name in columns)


def _changed(columns: tuple[str, ...], differ: str) -> str:
    return " OR ".join(f"OLD.{name} {differ} NEW.{name}" for name in columns)


def _states(flow: str) -> str:
    return (
        "SELECT 1 FROM flow_transition AS t"
        f" WHERE t.flow = '{flow}' AND t.source = OLD.state AND t.target = NEW.state"
    )


def _initial(flow: Flow) -> str:
    """A condition on a new row: its state is none in which it may begin."""
    only_past = HISTORY_STATES.get(flow.name, ())
    now = [f"'{state}'" for state in flow.initial if state not in only_past]
    past = [f"'{state}'" for state in flow.initial if state in only_past]
    wrong = f"NEW.state NOT IN ({', '.join(now)})"
    return f"{wrong} AND NOT (NEW.history AND NEW.state IN ({', '.join(past)}))" if past else wrong


def _stamp(table: str) -> tuple[str, str]:
    """Function and trigger that put the login and the clock in place of what was sent."""
    who, when = STAMPED[table]
    steps = [f"IF NEW.{name} <> '' THEN NEW.{name} := SESSION_USER; END IF;" for name in who]
    steps += [f"IF NEW.{name} IS NOT NULL THEN NEW.{name} := now(); END IF;" for name in when]
    function = (
        f"CREATE OR REPLACE FUNCTION stamp_{table}() RETURNS trigger LANGUAGE plpgsql SET search_path = quai, pg_temp"
        f" AS $f$ BEGIN {' '.join(steps)} RETURN NEW; END $f$"
    )
    columns = (*who, *when)
    trigger = (
        f"CREATE TRIGGER stamp BEFORE UPDATE OF {', '.join(columns)} ON {table} FOR EACH ROW"
        f" WHEN ({_changed(columns, 'IS DISTINCT FROM')}) EXECUTE FUNCTION stamp_{table}()"
    )
    return function, trigger


def postgresql() -> tuple[list[str], list[str]]:
    """Functions and triggers of the smaller guards on PostgreSQL, in the order in which they are made."""
    functions = [
        f"""
CREATE OR REPLACE FUNCTION frozen_row() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
  IF {ERASING} THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'ledger.append_only' USING ERRCODE = '23514', DETAIL = TG_TABLE_NAME;
END $f$""",
        f"""
CREATE OR REPLACE FUNCTION frozen_columns() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
  IF {ERASING} THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'row.frozen_columns' USING ERRCODE = '23514', DETAIL = TG_TABLE_NAME;
END $f$""",
        """
CREATE OR REPLACE FUNCTION may(wanted text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  RETURN EXISTS (SELECT 1 FROM role_permission AS r WHERE r.permission = wanted
    AND pg_has_role(session_user, 'quai_' || r.role, 'member'));
END $f$""",
        """
CREATE OR REPLACE FUNCTION check_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
DECLARE allowed boolean := false; wanted text;
BEGIN
  FOR wanted IN SELECT permission FROM flow_transition
      WHERE flow = TG_TABLE_NAME AND source = OLD.state AND target = NEW.state LOOP
    allowed := true;
    IF may(wanted) THEN RETURN NULL; END IF;
  END LOOP;
  IF allowed THEN RAISE EXCEPTION 'flow.not_allowed' USING ERRCODE = '42501'; END IF;
  RAISE EXCEPTION 'flow.no_such_step' USING ERRCODE = '23514', DETAIL = OLD.state || ' -> ' || NEW.state;
END $f$""",
        """
CREATE OR REPLACE FUNCTION first_state() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN RAISE EXCEPTION 'flow.no_such_start' USING ERRCODE = '23514', DETAIL = NEW.state; END $f$""",
        f"""
CREATE OR REPLACE FUNCTION location_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  IF EXISTS ({_LOCATION_STOCKED}) THEN RAISE EXCEPTION 'location.stocked' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $f$""",
        f"""
CREATE OR REPLACE FUNCTION parcel_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  IF EXISTS ({_PARCEL_CLOSED}) THEN RAISE EXCEPTION 'parcel.closed' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $f$""",
        *(
            f"""
CREATE OR REPLACE FUNCTION agreed_{table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  IF EXISTS ({agreed}) THEN RAISE EXCEPTION 'order.agreed' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $f$"""
            for table, agreed in _ORDER_AGREED.items()
        ),
        f"""
CREATE OR REPLACE FUNCTION asked_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = quai, pg_temp AS $f$
BEGIN
  IF EXISTS ({_ASKED_BACK}) THEN RAISE EXCEPTION 'order.asked_back' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $f$""",
        """
CREATE OR REPLACE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
DECLARE was jsonb; becomes jsonb; key text := ''; name text;
BEGIN
  IF TG_OP <> 'INSERT' THEN was := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN becomes := to_jsonb(NEW); END IF;
  FOREACH name IN ARRAY TG_ARGV LOOP
    key := key || CASE WHEN key = '' THEN '' ELSE ',' END || (coalesce(becomes, was) ->> name);
  END LOOP;
  INSERT INTO audit_entry (actor, desk, op_key, reason, table_name, row_key, verb, before, after)
  VALUES (session_user, coalesce(current_setting('quai.desk', true), ''), coalesce(current_setting('quai.op_key', true), ''),
          coalesce(current_setting('quai.reason', true), ''), TG_TABLE_NAME, key, lower(TG_OP), was::text, becomes::text);
  RETURN NULL;
END $f$""",
        """
CREATE OR REPLACE FUNCTION next_number(kind text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  RETURN kind || '-' || to_char(now() AT TIME ZONE 'UTC', 'YYYY') || '-'
    || lpad(nextval(('number_' || lower(kind))::regclass)::text, 6, '0');
END $f$""",
        """
CREATE OR REPLACE FUNCTION next_serial(kind text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN RETURN nextval(('number_' || lower(kind))::regclass); END $f$""",
        """
CREATE OR REPLACE FUNCTION next_gapless(wanted text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
DECLARE got bigint;
BEGIN
  INSERT INTO number_counter AS c (kind, last) VALUES (wanted, 1)
    ON CONFLICT (kind) DO UPDATE SET last = c.last + 1 RETURNING last INTO got;
  RETURN got;
END $f$""",
    ]
    triggers = []
    for table in APPEND_ONLY:
        triggers.append(
            f"CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION frozen_row()"
        )
    for table, columns in FROZEN_COLUMNS.items():
        triggers.append(
            f"CREATE TRIGGER frozen_columns BEFORE UPDATE OF {', '.join(columns)} ON {table} FOR EACH ROW"
            f" WHEN ({_changed(columns, 'IS DISTINCT FROM')}) EXECUTE FUNCTION frozen_columns()"
        )
    for flow in FLOWS:
        triggers.append(
            f"CREATE TRIGGER check_state AFTER UPDATE OF state ON {flow.name} FOR EACH ROW"
            " WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION check_state()"
        )
        triggers.append(
            f"CREATE TRIGGER first_state AFTER INSERT ON {flow.name} FOR EACH ROW"
            f" WHEN ({_initial(flow)}) EXECUTE FUNCTION first_state()"
        )
    # The first is done set by set by the ledger's own trigger there.
    for name, table, event, when, update in _COUNTERS[1:]:
        functions.append(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
            f" SET search_path = quai, pg_temp AS $f$ BEGIN {update} RETURN NULL; END $f$"
        )
        triggers.append(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()"
        )
    for table in STAMPED:
        function, trigger = _stamp(table)
        functions.append(function)
        triggers.append(trigger)
    triggers.append(
        "CREATE TRIGGER location_stays AFTER UPDATE ON location FOR EACH ROW"
        f" WHEN ({_LOCATION_MOVED}) EXECUTE FUNCTION location_stays()"
    )
    triggers.append(
        "CREATE TRIGGER asked_back AFTER UPDATE OF state ON shipment FOR EACH ROW"
        " WHEN (NEW.state IN ('packed', 'shipped') AND OLD.state <> NEW.state) EXECUTE FUNCTION asked_back()"
    )
    triggers.append(
        "CREATE TRIGGER parcel_stays AFTER DELETE OR UPDATE OF qty ON package_line FOR EACH ROW EXECUTE FUNCTION parcel_stays()"
    )
    for table, columns in TYPED_AGAIN.items():
        triggers.append(
            f"CREATE TRIGGER agreed AFTER UPDATE OF {', '.join(columns)} ON {table} FOR EACH ROW"
            f" WHEN ({_changed(columns, 'IS DISTINCT FROM')}) EXECUTE FUNCTION agreed_{table}()"
        )
    for table, verbs in AUDITED.items():
        keys = ", ".join(f"'{column.name}'" for column in Base.metadata.tables[table].primary_key.columns)
        triggers.append(
            f"CREATE TRIGGER audit AFTER {' OR '.join(verbs)} ON {table} FOR EACH ROW EXECUTE FUNCTION audit({keys})"
        )
    return functions, triggers


def sqlite() -> list[str]:
    """The triggers of the smaller guards on SQLite."""
    triggers = []
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            triggers.append(
                f"CREATE TRIGGER frozen_{table}_{verb.lower()} BEFORE {verb} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'ledger.append_only'); END"
            )
    for table, columns in FROZEN_COLUMNS.items():
        triggers.append(
            f"CREATE TRIGGER frozen_columns_{table} BEFORE UPDATE OF {', '.join(columns)} ON {table}"
            f" WHEN {_changed(columns, 'IS NOT')} BEGIN SELECT RAISE(ABORT, 'row.frozen_columns'); END"
        )
    for flow in FLOWS:
        triggers.append(
            f"CREATE TRIGGER check_state_{flow.name} AFTER UPDATE OF state ON {flow.name} WHEN OLD.state <> NEW.state"
            f" AND NOT EXISTS ({_states(flow.name)}) BEGIN SELECT RAISE(ABORT, 'flow.no_such_step'); END"
        )
        triggers.append(
            f"CREATE TRIGGER first_state_{flow.name} AFTER INSERT ON {flow.name}"
            f" WHEN {_initial(flow)} BEGIN SELECT RAISE(ABORT, 'flow.no_such_start'); END"
        )
    for name, table, event, when, update in _COUNTERS:
        triggers.append(f"CREATE TRIGGER {name} AFTER {event} ON {table} WHEN {when} BEGIN {update} END")
    triggers.append(
        f"CREATE TRIGGER location_stays AFTER UPDATE ON location WHEN {_LOCATION_MOVED}"
        f" BEGIN SELECT RAISE(ABORT, 'location.stocked') WHERE EXISTS ({_LOCATION_STOCKED}); END"
    )
    triggers.append(
        "CREATE TRIGGER asked_back AFTER UPDATE OF state ON shipment"
        " WHEN NEW.state IN ('packed', 'shipped') AND OLD.state <> NEW.state"
        f" BEGIN SELECT RAISE(ABORT, 'order.asked_back') WHERE EXISTS ({_ASKED_BACK}); END"
    )
    for name, event in (("changed", "UPDATE OF qty"), ("less", "DELETE")):
        triggers.append(
            f"CREATE TRIGGER parcel_stays_{name} AFTER {event} ON package_line"
            f" BEGIN SELECT RAISE(ABORT, 'parcel.closed') WHERE EXISTS ({_PARCEL_CLOSED}); END"
        )
    for table, columns in TYPED_AGAIN.items():
        triggers.append(
            f"CREATE TRIGGER agreed_{table} AFTER UPDATE OF {', '.join(columns)} ON {table}"
            f" WHEN {_changed(columns, 'IS NOT')}"
            f" BEGIN SELECT RAISE(ABORT, 'order.agreed') WHERE EXISTS ({_ORDER_AGREED[table]}); END"
        )
    for table, verbs in AUDITED.items():
        for verb in verbs:
            triggers.append(_audit_sqlite(table, verb))
    return triggers


def _audit_sqlite(table: str, verb: str) -> str:
    names = [column.name for column in Base.metadata.tables[table].columns]

    def row(prefix: str) -> str:
        return "json_object(" + ", ".join(f"'{name}', {prefix}.{name}" for name in names) + ")"

    before = row("OLD") if verb != "INSERT" else "NULL"
    after = row("NEW") if verb != "DELETE" else "NULL"
    key = _key(table, "OLD" if verb == "DELETE" else "NEW")
    return (
        f"CREATE TRIGGER audit_{table}_{verb.lower()} AFTER {verb} ON {table} BEGIN"
        " INSERT INTO audit_entry (actor, desk, op_key, reason, table_name, row_key, verb, before, after)"
        f" VALUES (quai_actor(), quai_desk(), quai_op_key(), quai_reason(), '{table}', {key}, '{verb.lower()}',"
        f" {before}, {after}); END"
    )
