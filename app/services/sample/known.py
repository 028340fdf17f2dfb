"""What the sample's customer service knows of its customers: contacts, notes, their own article numbers, a dispute each way."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.services.accounts import Contact, add_article, add_contact, add_note
from app.services.context import Context
from app.services.disputes import answer_dispute, open_dispute, settle_dispute
from app.services.sample.cast import Cast

_CONTACTS = (
    Contact("Hélène Garnier", "Achats", "+33 4 72 00 11 22", "h.garnier@example.com"),
    Contact("Marc Ollivier", "Réception", "+33 4 72 00 11 23"),
    Contact("Petra Vogel", "Einkauf", "+49 30 1234 5670", "p.vogel@example.com"),
    Contact("Sofía Marín", "Compras", "", "s.marin@example.com"),
    Contact("Jan de Wit", "Inkoop", "+31 20 555 01 02", "j.dewit@example.com"),
)
_NOTES = (
    "Quai fermé entre 12 h et 14 h ; prévenir le chauffeur.",
    "Veut toujours des lots à plus de six mois.",
    "Rings on Mondays; have the list of what is short at hand.",
    "Palettes de 1,60 m au plus.",
)
_REPEATED = sa.text(
    "SELECT c.id, max(o.number) AS number FROM customer AS c JOIN sales_order AS o ON o.customer_id = c.id"
    " WHERE o.state = 'closed' GROUP BY c.id, c.code ORDER BY count(*) DESC, c.code LIMIT :most"
)
_BOUGHT = sa.text(
    "SELECT DISTINCT p.sku FROM order_line AS l JOIN sales_order AS o ON o.id = l.order_id"
    " JOIN product AS p ON p.id = l.product_id"
    " WHERE o.customer_id = :customer ORDER BY p.sku LIMIT 3"
)
_SAID = (
    "Deux bocaux cassés à l'arrivée ; photos envoyées par e-mail.",
    "Livré deux jours après la date promise.",
)
MOST = 12


def know_customers(ctx: Context, cast: Cast) -> None:
    """Write down what is known of those who buy most."""
    with ctx.reading() as connection:
        regulars: list[Any] = list(connection.execute(_REPEATED, {"most": MOST}))
        bought = list(connection.execute(_BOUGHT, {"customer": regulars[0].id}).scalars()) if regulars else []
    claire, hugo = cast["claire"], cast["hugo"]
    for at, row in enumerate(regulars):
        add_contact(claire, row.id, _CONTACTS[at % len(_CONTACTS)])
        if at % 3 == 0:
            add_contact(hugo, row.id, _CONTACTS[(at + 1) % len(_CONTACTS)])
        if at % 2 == 0:
            add_note(claire, row.id, _NOTES[at // 2 % len(_NOTES)])
    for at, sku in enumerate(bought, 1):
        add_article(hugo, regulars[0].id, f"GS-{1000 + 7 * at}", sku)
    if len(regulars) > 1:
        made = open_dispute(claire, regulars[0].id, "goods", _SAID[0], regulars[0].number)
        answer_dispute(hugo, made, "Avoir proposé ; nous attendons leur accord.", 1)
        late = open_dispute(hugo, regulars[1].id, "delivery", _SAID[1])
        settle_dispute(claire, late, "Port offert sur la prochaine commande.", 1)
