"""Questions before confirmation, as the database itself keeps them: nothing confirmed over an open one, decided only as one may."""

from __future__ import annotations

from app.domain.order_questions import OVERRIDABLE
from app.domain.permissions import Permission

_STOPS = "SELECT 1 FROM order_check WHERE order_id = NEW.id AND state = 'open' AND severity <> 'informs'"
_CONFIRMED = "OLD.state = 'draft' AND NEW.state = 'confirmed'"
_OVERRIDABLE = ", ".join(f"'{code}'" for code in sorted(OVERRIDABLE))
_BEING_TYPED = "SELECT 1 FROM sales_order WHERE id = NEW.order_id AND state IN ('quote', 'draft')"
_STEP = (
    "(OLD.state = 'open' AND NEW.state = 'approved' AND NEW.severity = 'approval')"
    " OR (OLD.state = 'open' AND NEW.state = 'overridden' AND NEW.severity = 'blocks')"
    " OR (OLD.state = 'open' AND NEW.state = 'resolved')"
    " OR (OLD.state IN ('approved', 'overridden') AND NEW.state = 'open')"
)
"""The steps of a question; `resolved` is where it no longer holds, and the end of it."""
_NOT_OVERRIDABLE = f"NEW.state = 'overridden' AND (NEW.code NOT IN ({_OVERRIDABLE}) OR NEW.note = '')"

FUNCTIONS = (
    f"""
CREATE OR REPLACE FUNCTION questions_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  IF EXISTS ({_STOPS}) THEN RAISE EXCEPTION 'order.questions' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $f$""",
    f"""
CREATE OR REPLACE FUNCTION may_approve(question text, stake bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  RETURN may('{Permission.USER_ADMIN.value}') OR EXISTS (SELECT 1 FROM approval_limit AS l
    WHERE l.code = question AND l.most >= stake
      AND NOT EXISTS (SELECT 1 FROM role_permission AS p WHERE p.role = l.role AND NOT may(p.permission))
      AND EXISTS (SELECT 1 FROM role_permission AS p WHERE p.role = l.role));
END $f$""",
    f"""
CREATE OR REPLACE FUNCTION question_decided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  IF NOT ({_STEP}) THEN
    RAISE EXCEPTION 'flow.no_such_step' USING ERRCODE = '23514', DETAIL = OLD.state || ' -> ' || NEW.state;
  END IF;
  IF NEW.state <> 'resolved' AND NOT may('{Permission.ORDER_APPROVE.value}') THEN
    RAISE EXCEPTION 'flow.not_allowed' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS ({_BEING_TYPED}) THEN RAISE EXCEPTION 'order.decided' USING ERRCODE = '23514'; END IF;
  IF {_NOT_OVERRIDABLE} THEN RAISE EXCEPTION 'order.not_overridable' USING ERRCODE = '23514'; END IF;
  IF NEW.state = 'approved' AND NOT may_approve(NEW.code, NEW.amount) THEN
    RAISE EXCEPTION 'order.approval_limit' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $f$""",
    """
CREATE OR REPLACE FUNCTION question_asked() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN RAISE EXCEPTION 'flow.no_such_start' USING ERRCODE = '23514', DETAIL = NEW.state; END $f$""",
)
"""A role's limit is that of everybody who holds every right of the role; who administers people approves without one."""

POSTGRESQL = (
    "CREATE TRIGGER questions_open AFTER UPDATE OF state ON sales_order FOR EACH ROW"
    f" WHEN ({_CONFIRMED}) EXECUTE FUNCTION questions_open()",
    "CREATE TRIGGER question_decided AFTER UPDATE OF state ON order_check FOR EACH ROW"
    " WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION question_decided()",
    "CREATE TRIGGER question_asked AFTER INSERT ON order_check FOR EACH ROW"
    " WHEN (NEW.state <> 'open') EXECUTE FUNCTION question_asked()",
)

SQLITE = (
    f"CREATE TRIGGER questions_open AFTER UPDATE OF state ON sales_order WHEN {_CONFIRMED}"
    f" BEGIN SELECT RAISE(ABORT, 'order.questions') WHERE EXISTS ({_STOPS}); END",
    f"CREATE TRIGGER question_step AFTER UPDATE OF state ON order_check WHEN OLD.state <> NEW.state AND NOT ({_STEP})"
    " BEGIN SELECT RAISE(ABORT, 'flow.no_such_step'); END",
    "CREATE TRIGGER question_decided AFTER UPDATE OF state ON order_check WHEN OLD.state <> NEW.state"
    f" BEGIN SELECT RAISE(ABORT, 'order.decided') WHERE NOT EXISTS ({_BEING_TYPED}); END",
    f"CREATE TRIGGER question_overridden AFTER UPDATE OF state ON order_check WHEN OLD.state <> NEW.state AND {_NOT_OVERRIDABLE}"
    " BEGIN SELECT RAISE(ABORT, 'order.not_overridable'); END",
    "CREATE TRIGGER question_asked AFTER INSERT ON order_check WHEN NEW.state <> 'open'"
    " BEGIN SELECT RAISE(ABORT, 'flow.no_such_start'); END",
)
"""Without the limits: on SQLite nobody is told apart by the database."""
