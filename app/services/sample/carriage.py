"""The sample company's carriers, with the rates of each service and the rules that choose one."""

from __future__ import annotations

from app.domain.rate_files import RateTable, read_rates
from app.services.carriers import ServiceFields, add_carrier, add_service
from app.services.context import Context
from app.services.known_sample import FOLDER
from app.services.rate_tables import RuleFields, add_rule, save_rates
from app.services.sample import data


def make_carriers(ctx: Context, plan: data.Plan) -> dict[str, int]:
    """Make carriers, services, rate tables and rules; the services' ids by code."""
    tariffs = {one.code: one for one in plan.tariff}
    services: dict[str, int] = {}
    for carrier in plan.carrier:
        carrier_id = add_carrier(ctx, carrier.code, carrier.name)
        for code, name, days, cut_off in carrier.services:
            tariff = tariffs[code]
            fields = ServiceFields(
                name,
                max_weight_g=tariff.max_weight_g,
                max_length_mm=tariff.max_length_mm,
                max_girth_mm=tariff.max_girth_mm,
                volume_divisor=tariff.volume_divisor,
                service_days=tariff.service_days,
                collected=tariff.collected,
            )
            services[code] = add_service(ctx, carrier_id, code, name, days, cut_off, fields)
            if tariff.collected:
                continue
            text = (FOLDER / "rates" / f"{code}.csv").read_text(encoding="utf-8")
            table, problems = read_rates(text, fields.currency)
            assert not problems, (code, problems)
            save_rates(ctx, services[code], table, RateTable())
    for rule in plan.rule:
        add_rule(
            ctx,
            RuleFields(
                rule.name,
                rule.choice,
                services.get(rule.service),
                country=rule.country,
                from_value=rule.from_value,
            ),
        )
    return services
