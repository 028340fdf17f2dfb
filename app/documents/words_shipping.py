"""The words of the papers of a shipment, in English and French; `words.py` joins them to all others.

Those that begin with `cn_` stand on the forms of the Universal Postal Union in both languages at once, French first.
"""

from __future__ import annotations

from typing import Literal

SHIPPING_WORDS: dict[str, dict[Literal["en", "fr"], str]] = {
    "delivery_note": {"en": "Delivery note", "fr": "Bon de livraison"},
    "ordered": {"en": "Ordered", "fr": "Commandé"},
    "sent": {"en": "Sent", "fr": "Expédié"},
    "in_parcels": {"en": "Parcels", "fr": "Colis"},
    "lot_of": {"en": "lot {0}: {1}", "fr": "lot {0} : {1}"},
    "serials": {"en": "serial numbers: {0}", "fr": "numéros de série : {0}"},
    "continued": {"en": "{0} (continued)", "fr": "{0} (suite)"},
    "all_sent": {"en": "Sent: {0}", "fr": "Expédié : {0}"},
    "all_follow": {"en": "to follow: {0}", "fr": "reliquat : {0}"},
    "gross_weight": {"en": "Gross weight", "fr": "Poids brut"},
    "delivered_on": {"en": "Date {0}", "fr": "Date {0}"},
    "received": {
        "en": "Received in full and in good order, except what is noted here:",
        "fr": "Reçu au complet et en bon état, sauf ce qui est noté ici :",
    },
    "name_in_capitals": {"en": "Name in capitals", "fr": "Nom en capitales"},
    "date_and_time": {"en": "Date and time", "fr": "Date et heure"},
    "signature": {"en": "Signature", "fr": "Signature"},
    "dangerous": {"en": "Dangerous goods: {0}", "fr": "Marchandises dangereuses : {0}"},
    "limited": {
        "en": "Dangerous goods packed in limited quantities, gross weight {0} (ADR 3.4)",
        "fr": "Marchandises dangereuses emballées en quantités limitées, poids brut {0} (ADR 3.4)",
    },
    "waybill": {"en": "Waybill", "fr": "Lettre de voiture"},
    "w_sender": {"en": "Sender", "fr": "Expéditeur"},
    "w_consignee": {"en": "Consignee", "fr": "Destinataire"},
    "w_carrier": {"en": "Carrier", "fr": "Transporteur"},
    "w_taken_over": {"en": "Taken over at, on", "fr": "Prise en charge à, le"},
    "w_delivery": {"en": "Place of delivery", "fr": "Lieu de livraison"},
    "w_documents": {"en": "Documents attached", "fr": "Documents joints"},
    "w_instructions": {"en": "Sender's instructions", "fr": "Instructions de l'expéditeur"},
    "w_marks": {"en": "Marks and numbers (SSCC)", "fr": "Marques et numéros (SSCC)"},
    "w_packages": {"en": "Number and packing", "fr": "Nombre et emballage"},
    "w_nature": {"en": "Nature of the goods", "fr": "Nature de la marchandise"},
    "w_volume": {"en": "Volume, m³", "fr": "Volume, m³"},
    "w_weight": {"en": "Gross, kg", "fr": "Brut, kg"},
    "w_total": {"en": "In all", "fr": "Au total"},
    "w_reservations": {"en": "Carrier's reservations", "fr": "Réserves du transporteur"},
    "w_sign_sender": {"en": "Signature of the sender", "fr": "Signature de l'expéditeur"},
    "w_sign_carrier": {"en": "Signature of the carrier", "fr": "Signature du transporteur"},
    "w_sign_consignee": {
        "en": "Received, signature of the consignee",
        "fr": "Reçu, signature du destinataire",
    },
    "w_cmr": {
        "en": "This carriage is under the Convention on the Contract for the International Carriage of Goods by Road (CMR), "
        "whatever any clause says to the contrary.",
        "fr": "Ce transport est soumis, nonobstant toute clause contraire, à la Convention relative au contrat de transport "
        "international de marchandises par route (CMR).",
    },
    "pallet_one": {"en": "{0} pallet", "fr": "{0} palette"},
    "pallet_many": {"en": "{0} pallets", "fr": "{0} palettes"},
    "pallet": {"en": "Pallet", "fr": "Palette"},
    "pallet_height": {"en": "{0} cm high", "fr": "hauteur {0} cm"},
    "pallet_hint": {"en": "One scan loads all its parcels", "fr": "Un scan charge tous ses colis"},
    "pallet_sorted": {
        "en": "The carrier takes it apart: each parcel bears its own address.",
        "fr": "Le transporteur la défait : chaque colis porte sa propre adresse.",
    },
    "addresses_one": {"en": "{0} address", "fr": "{0} adresse"},
    "addresses_many": {"en": "{0} addresses", "fr": "{0} adresses"},
    "on_pallet": {"en": "on pallet {0}", "fr": "sur palette {0}"},
    "hazard_of": {"en": "{0}: {1}, net {2}", "fr": "{0} : {1}, net {2}"},
    "limited_mark": {"en": "Limited quantities", "fr": "Quantités limitées"},
    "mark_hint": {
        "en": "Stick on parcel {0}, on a side, whole and in sight (ADR 3.4.7, 5.2.1, 5.2.2).",
        "fr": "À coller sur le colis {0}, sur une face, entier et visible (ADR 3.4.7, 5.2.1, 5.2.2).",
    },
    "label_drawn": {"en": "Hazard label no. {0}", "fr": "Étiquette de danger n° {0}"},
    "label_coloured": {
        "en": "It is one only in colour ({0}). Where it came out grey, stick one of the roll over it.",
        "fr": "Elle n'en est une qu'en couleur ({0}). Si elle est sortie en gris, collez-en une du rouleau par-dessus.",
    },
    "hazard_red": {"en": "red", "fr": "rouge"},
    "hazard_green": {"en": "green", "fr": "vert"},
    "hazard_blue": {"en": "blue", "fr": "bleu"},
    "hazard_yellow": {"en": "yellow", "fr": "jaune"},
    "label_to_add": {"en": "Add hazard label no. {0}", "fr": "Ajouter l'étiquette de danger n° {0}"},
    "cn_title": {"en": "Customs declaration", "fr": "Déclaration en douane"},
    "cn_open": {"en": "May be opened officially", "fr": "Peut être ouvert d'office"},
    "cn_item": {"en": "No. of item", "fr": "N° de l'envoi"},
    "cn_from": {"en": "From", "fr": "De"},
    "cn_to": {"en": "To", "fr": "À"},
    "cn_reference": {"en": "Sender's customs ref.", "fr": "Réf. en douane de l'expéditeur"},
    "cn_importer": {
        "en": "Importer (ref., tel., e-mail)",
        "fr": "Importateur (réf., tél., e-mail)",
    },
    "cn_category": {"en": "Category of item", "fr": "Catégorie de l'envoi"},
    "cn_gift": {"en": "Gift", "fr": "Cadeau"},
    "cn_documents": {"en": "Documents", "fr": "Documents"},
    "cn_sale": {"en": "Sale of goods", "fr": "Vente de marchandises"},
    "cn_sample": {"en": "Commercial sample", "fr": "Échantillon commercial"},
    "cn_returned": {"en": "Returned goods", "fr": "Retour de marchandise"},
    "cn_other": {"en": "Other", "fr": "Autre"},
    "cn_explanation": {"en": "Explanation", "fr": "Explication"},
    "cn_description": {"en": "Detailed description of contents", "fr": "Description détaillée du contenu"},
    "cn_what": {"en": "Quantity, detailed description", "fr": "Quantité, description détaillée"},
    "cn_quantity": {"en": "Quantity", "fr": "Quantité"},
    "cn_net": {"en": "Net weight, kg", "fr": "Poids net, kg"},
    "cn_value": {"en": "Value, {0}", "fr": "Valeur, {0}"},
    "cn_hs": {"en": "HS tariff no.", "fr": "N° tarifaire SH"},
    "cn_origin": {"en": "Origin", "fr": "Origine"},
    "cn_total_weight": {"en": "Total gross weight, kg", "fr": "Poids brut total, kg"},
    "cn_total_value": {"en": "Total value, {0}", "fr": "Valeur totale, {0}"},
    "cn_charges": {"en": "Postal charges", "fr": "Frais de port"},
    "cn_comments": {"en": "Comments", "fr": "Observations"},
    "cn_licence": {"en": "Licence no.", "fr": "Licence n°"},
    "cn_certificate": {"en": "Certificate no.", "fr": "Certificat n°"},
    "cn_invoice": {"en": "Invoice no.", "fr": "Facture n°"},
    "cn_order": {"en": "Order {0}", "fr": "Commande {0}"},
    "cn_replacement": {"en": "Free replacement", "fr": "Remplacement gratuit"},
    "cn_own_goods": {"en": "Own goods, not sold", "fr": "Marchandises propres, non vendues"},
    "cn_posted": {"en": "Office of origin, date of posting", "fr": "Bureau d'origine, date de dépôt"},
    "cn_attached": {
        "en": "See the list that follows: {0} lines",
        "fr": "Voir la liste qui suit : {0} lignes",
    },
    "cn_list": {"en": "List of contents", "fr": "Liste du contenu"},
    "cn_statement": {
        "en": "I declare that these particulars are true, and that nothing in this item is dangerous or forbidden by law or by "
        "postal or customs rules.",
        "fr": "Je déclare que ces indications sont exactes et que cet envoi ne contient rien de dangereux ni d'interdit par la "
        "loi ou par les règlements postaux ou douaniers.",
    },
    "cn_signed": {"en": "Date, sender's signature", "fr": "Date, signature de l'expéditeur"},
}

SAME_SHIPPING = frozenset({"signature", "cn_documents", "delivered_on", "w_volume"})
"""Words that are rightly equal in English and French."""


def both(key: str, *values: object) -> str:
    """A word as the postal union's forms have it: French, then English, once where they are the same."""
    found = SHIPPING_WORDS[key]
    texts = (found[one].format(*values) if values else found[one] for one in ("fr", "en"))
    return " / ".join(dict.fromkeys(texts))
