from __future__ import annotations

from sqlalchemy import create_engine, text

from tests.rig.cluster import Server


def test_the_superuser_comes_in_over_the_socket(cluster: Server) -> None:
    engine = create_engine(cluster.url("postgres"))
    with engine.connect() as connection:
        assert connection.scalar(text("select inet_server_addr()")) is None
    engine.dispose()
