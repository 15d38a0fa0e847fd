"""The payment services, each behind the port of `hmk_graph.payments.ports`."""
