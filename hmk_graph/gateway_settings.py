"""The settings of the payment services: credentials come from the environment and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hmk_graph import setting_values as values
from hmk_graph.setting_values import setting


@dataclass(frozen=True, kw_only=True)
class GatewaySettings:
    """Each service is offered when all of its settings are there; none is needed."""

    bkash_url: str = setting(
        "HMK_BKASH_URL",
        "",
        values.address("https", "http"),
        "bKash tokenized checkout: its base address. All five, or none.",
    )
    bkash_username: str = setting("HMK_BKASH_USERNAME", "", str, "The merchant's name there.")
    bkash_password: str = setting("HMK_BKASH_PASSWORD", "", str, "Its password.", hidden=True)
    bkash_app_key: str = setting("HMK_BKASH_APP_KEY", "", str, "Its app key.", hidden=True)
    bkash_app_secret: str = setting("HMK_BKASH_APP_SECRET", "", str, "Its secret.", hidden=True)
    sslcommerz_url: str = setting(
        "HMK_SSLCOMMERZ_URL",
        "",
        values.address("https", "http"),
        "SSLCommerz: its base address. All three, or none.",
    )
    sslcommerz_store: str = setting("HMK_SSLCOMMERZ_STORE", "", str, "The store's id there.")
    sslcommerz_password: str = setting(
        "HMK_SSLCOMMERZ_PASSWORD", "", str, "Its password.", hidden=True
    )
    nagad_url: str = setting(
        "HMK_NAGAD_URL",
        "",
        values.address("https", "http"),
        "Nagad: its base address. All five, or none.",
    )
    nagad_merchant: str = setting("HMK_NAGAD_MERCHANT", "", str, "The merchant's id there.")
    nagad_own_key: str = setting(
        "HMK_NAGAD_OWN_KEY",
        "",
        values.pem,
        "The merchant's private RSA key: PEM, line breaks as `\\n`.",
        hidden=True,
    )
    nagad_key: str = setting(
        "HMK_NAGAD_KEY", "", values.pem, "Nagad's public RSA key: PEM, line breaks as `\\n`."
    )
    nagad_address: str = setting(
        "HMK_NAGAD_ADDRESS", "", str, "Our public IPv4 address, as Nagad knows it."
    )


SERVICES = ("bkash", "sslcommerz", "nagad")


def missing(found: Mapping[str, Any]) -> list[str]:
    """Return the settings that are missing beside others of the same service."""
    lacking = []
    for service in SERVICES:
        own = [name for name in found if name.startswith(f"{service}_")]
        if any(found[name] for name in own):
            lacking += [name for name in own if not found[name]]
    return lacking


def insecure(found: Mapping[str, Any]) -> list[str]:
    """Return the addresses of services that are not https."""
    return [f"{s}_url" for s in SERVICES if found[f"{s}_url"].startswith("http:")]
