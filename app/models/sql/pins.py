"""PINs at a bench: everybody checks and sets their own, and those who administer people set others'; nobody reads another's.

A PIN is kept as an argon2id hash, made and checked by the program; the server only says whose hash may be had and written.
"""

from __future__ import annotations

from app.domain.permissions import Permission

HASH_PATTERN = (
    r"\$argon2id\$v=19\$m=[0-9]{1,7},t=[0-9]{1,3},p=[0-9]{1,3}\$[A-Za-z0-9+/]{16,86}\$[A-Za-z0-9+/]{22,86}"
)

OWN_PIN = """
CREATE OR REPLACE FUNCTION own_pin() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
BEGIN
  RETURN (SELECT s.pin_hash FROM app_user_secret AS s JOIN app_user AS u ON u.id = s.user_id
          WHERE u.login = session_user AND u.active);
END $f$"""
"""The hash of the PIN of whoever asks; NULL or empty where there is none."""

WRITE_PIN = rf"""
CREATE OR REPLACE FUNCTION write_pin(person text, hash text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = quai, pg_temp AS $f$
DECLARE found bigint;
BEGIN
  IF person <> session_user AND NOT may('{Permission.USER_ADMIN.value}') THEN
    RAISE EXCEPTION 'pin.not_yours' USING ERRCODE = '42501';
  END IF;
  IF hash !~ '^{HASH_PATTERN}$' THEN RAISE EXCEPTION 'pin.not_a_hash' USING ERRCODE = '23514'; END IF;
  SELECT id INTO found FROM app_user WHERE login = person;
  IF found IS NULL THEN RAISE EXCEPTION 'users.no_such_login' USING ERRCODE = '23514'; END IF;
  INSERT INTO app_user_secret (user_id, pin_hash) VALUES (found, hash)
    ON CONFLICT (user_id) DO UPDATE SET pin_hash = excluded.pin_hash;
  -- The audit trail follows app_user and never sees the hash: the row is written as it was, so that it says who did this.
  UPDATE app_user SET active = active WHERE id = found;
END $f$"""

FUNCTIONS = (OWN_PIN, WRITE_PIN)
