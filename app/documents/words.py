"""Every word that stands on a paper, in English and French; the terms are those of docs/GLOSSARY.md."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from app.documents.words_orders import ORDER_WORDS
from app.documents.words_shipping import SAME_SHIPPING, SHIPPING_WORDS
from app.domain.countries import country_name

Language = Literal["en", "fr"]

WORDS: dict[str, dict[Language, str]] = {
    "pick_list": {"en": "Pick list", "fr": "Bon de préparation"},
    "packing_slip": {"en": "Packing slip", "fr": "Liste de colisage"},
    "return_slip": {"en": "Return", "fr": "Retour"},
    "scan_list": {"en": "Scan to open this list", "fr": "Scanner pour ouvrir ce bon"},
    "go_to": {"en": "Go to", "fr": "Emplacement"},
    "take": {"en": "Take", "fr": "Prélever"},
    "product": {"en": "Product", "fr": "Article"},
    "scan": {"en": "Scan", "fr": "Scanner"},
    "done": {"en": "Done", "fr": "Fait"},
    "lot": {"en": "lot {0}", "fr": "lot {0}"},
    "best_before": {"en": "best before {0}", "fr": "à consommer avant {0}"},
    "totes": {"en": "Totes {0}", "fr": "Bacs {0}"},
    "picker": {"en": "Picker {0}", "fr": "Préparateur {0}"},
    "released": {"en": "released {0}", "fr": "lancé le {0}"},
    "cut_off": {"en": "carrier cut-off {0}", "fr": "heure limite {0}"},
    "zone": {"en": "zone {0}", "fr": "zone {0}"},
    "lines_one": {"en": "{0} line", "fr": "{0} ligne"},
    "lines_many": {"en": "{0} lines", "fr": "{0} lignes"},
    "pieces_one": {"en": "{0} piece", "fr": "{0} pièce"},
    "pieces_many": {"en": "{0} pieces", "fr": "{0} pièces"},
    "products_one": {"en": "{0} product", "fr": "{0} article"},
    "products_many": {"en": "{0} products", "fr": "{0} articles"},
    "parcels_one": {"en": "{0} parcel", "fr": "{0} colis"},
    "parcels_many": {"en": "{0} parcels", "fr": "{0} colis"},
    "shipments_one": {"en": "{0} shipment", "fr": "{0} expédition"},
    "shipments_many": {"en": "{0} shipments", "fr": "{0} expéditions"},
    "carton_one": {"en": "{0} carton of {1}", "fr": "{0} carton de {1}"},
    "carton_many": {"en": "{0} cartons of {1}", "fr": "{0} cartons de {1}"},
    "single": {"en": "single", "fr": "à l'unité"},
    "short_hint": {
        "en": "Short? Scan the line and choose Short: the rest stays with the order.",
        "fr": "Manquant ? Scanner la ligne puis Manquant : le reste est conservé dans la commande.",
    },
    "page": {"en": "Page {0} of {1}", "fr": "Page {0} sur {1}"},
    "from": {"en": "From", "fr": "De"},
    "to": {"en": "To", "fr": "À"},
    "parcel": {"en": "Parcel", "fr": "Colis"},
    "tracking": {"en": "Tracking {0}", "fr": "Suivi {0}"},
    "sscc": {"en": "SSCC", "fr": "SSCC"},
    "contents": {"en": "Contents: {0}", "fr": "Contenu : {0}"},
    "order": {"en": "Order {0}", "fr": "Commande {0}"},
    "shipment": {"en": "Shipment {0}", "fr": "Expédition {0}"},
    "your_reference": {"en": "Your reference {0}", "fr": "Votre référence {0}"},
    "shipped_on": {"en": "Shipped {0}", "fr": "Expédié le {0}"},
    "packed_on": {"en": "Packed {0}", "fr": "Emballé le {0}"},
    "carrier_by": {"en": "by {0}", "fr": "par {0}"},
    "ship_to": {"en": "Ship to", "fr": "Livrer à"},
    "sku": {"en": "SKU", "fr": "Référence"},
    "quantity": {"en": "Quantity", "fr": "Quantité"},
    "packs": {"en": "In packs", "fr": "Conditionnement"},
    "still_open": {"en": "To follow", "fr": "Reliquat"},
    "total_packed": {"en": "In this shipment: {0}", "fr": "Dans cette expédition : {0}"},
    "weight": {"en": "{0} kg", "fr": "{0} kg"},
    "return_hint": {
        "en": "Put this label on the outside of the parcel. Send back only what is named here.",
        "fr": "Collez cette étiquette sur le colis. Ne renvoyez que ce qui est indiqué ici.",
    },
    "return_for": {"en": "Return {0}", "fr": "Retour {0}"},
    "returns_of": {"en": "from order {0}", "fr": "de la commande {0}"},
    "more_products": {"en": "and {0} more", "fr": "et {0} de plus"},
    "copy": {"en": "COPY", "fr": "DUPLICATA"},
    "badge": {"en": "Badge", "fr": "Badge"},
    "badge_hint": {
        "en": "Cut along the frame. At a desk where you signed in, a scan hands the desk to you. Lost? Have a new one made.",
        "fr": "Découpez le long du cadre. À un poste où vous êtes connecté, il vous passe la main. Perdu ? Faites-le refaire.",
    },
    "manifest": {"en": "Carrier manifest", "fr": "Bordereau de remise"},
    "carrier": {"en": "Carrier", "fr": "Transporteur"},
    "account": {"en": "Account {0}", "fr": "Compte {0}"},
    "site": {"en": "Site {0}", "fr": "Site {0}"},
    "destination": {"en": "Destination", "fr": "Destination"},
    "tracking_sscc": {"en": "Tracking, SSCC", "fr": "Suivi, SSCC"},
    "shipment_parcel": {"en": "Shipment, parcel", "fr": "Expédition, colis"},
    "weight_head": {"en": "Weight", "fr": "Poids"},
    "service_total": {"en": "{0}: {1}, {2}", "fr": "{0} : {1}, {2}"},
    "all_total": {"en": "In all: {0}, {1}", "fr": "Au total : {0}, {1}"},
    "cash_none": {"en": "Cash on delivery: none", "fr": "Contre remboursement : aucun"},
    "closed_at": {"en": "closed {0}", "fr": "clôturé le {0}"},
    "vehicle": {"en": "vehicle {0}", "fr": "véhicule {0}"},
    "handed_by": {"en": "Handed over by", "fr": "Remis par"},
    "taken_by": {"en": "Received by the driver", "fr": "Reçu par le chauffeur"},
    "name_date_signature": {"en": "Name, date, signature", "fr": "Nom, date, signature"},
    "on_pallet": {"en": "on pallet {0}", "fr": "sur palette {0}"},
    "scan_pick_up": {"en": "Scan to open this pick-up", "fr": "Scanner pour ouvrir cet enlèvement"},
    "command_card": {"en": "Commands: {0}", "fr": "Commandes : {0}"},
    "command_hint": {
        "en": "Scan a command instead of pressing its key.",
        "fr": "Scannez une commande au lieu d'appuyer sur sa touche.",
    },
    **SHIPPING_WORDS,
    **ORDER_WORDS,
}

SAME_IN_BOTH = frozenset({"lot", "zone", "sscc", "weight", "badge", "site", "destination"}) | SAME_SHIPPING
"""Words that are rightly equal in English and French: lot, zone, SSCC, kg, badge, site and destination are the same words."""


def word(key: str, language: Language, *values: object) -> str:
    """A word or sentence with its values."""
    text = WORDS[key][language]
    return text.format(*values) if values else text


def counted(key: str, count: int, language: Language) -> str:
    """A number with its noun: '1 piece', '3 pieces'; French says zero in the singular."""
    one = count == 1 or (language == "fr" and count == 0)
    return word(f"{key}_{'one' if one else 'many'}", language, whole(count, language))


@lru_cache(maxsize=2048)
def whole(count: int, language: Language) -> str:
    """A whole number as the language groups it."""
    return format_decimal(count, locale=language).replace("\u202f", "\u00a0")


@lru_cache(maxsize=2048)
def kilograms(grams: int, language: Language) -> str:
    """Grams in kilograms: '7.84 kg', '0.05 kg'; three decimals only where they say something."""
    pattern = "#,##0.0#" if grams % 10 == 0 else "#,##0.0##"
    return word("weight", language, format_decimal(grams / 1000, pattern, locale=language))


@lru_cache(maxsize=1024)
def day(value: date, language: Language) -> str:
    """A date: '12 Mar 2026', '12 mars 2026'."""
    return format_date(value, "d MMM y", locale=language)


@lru_cache(maxsize=1024)
def month(value: date, language: Language) -> str:
    """A best-before as month and year when it is the last day of a month, else the whole date."""
    last = value.month == 12 and value.day == 31
    if not last and value.month < 12:
        last = (date(value.year, value.month + 1, 1) - value).days == 1
    return value.strftime("%m/%Y") if last else day(value, language)


@lru_cache(maxsize=1024)
def moment(value: datetime, language: Language) -> str:
    """A local date and time: '12 Mar 2026, 10:42'."""
    return format_datetime(value.replace(tzinfo=None), "d MMM y, HH:mm", locale=language)


@lru_cache(maxsize=512)
def country(code: str, language: Language) -> str:
    """A country's name in capitals, as the post wants it."""
    return country_name(code, language).upper()


def packs(split: tuple[tuple[int, int], ...], language: Language) -> str:
    """Packs in words: '1 carton of 12', '2 × 3', '1 carton of 6 + 3', 'single'.

    Packs of fewer than 6 are bundles and are written as a product, as a picker counts them.
    """
    parts = []
    for size, count in split:
        if size == 1:
            parts.append(str(count))
        elif size < 6:
            parts.append(f"{count} × {size}")
        else:
            parts.append(word("carton_one" if count == 1 else "carton_many", language, count, size))
    only_singles = len(split) == 1 and split[0][0] == 1
    return word("single", language) if only_singles else " + ".join(parts)
