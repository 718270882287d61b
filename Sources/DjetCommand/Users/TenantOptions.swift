import ArgumentParser

/// The flag that names the tenants to which a user is confined.
struct TenantOptions: ParsableArguments {
    @Option(
        name: .customLong("tenant"),
        help: ArgumentHelp(
            """
            Confine them to a tenant: they see the jobs of their tenants alone, and what they offload runs for the \
            first. May be given several times.
            """, valueName: "tenant"))
    var tenants: [String] = []
}
