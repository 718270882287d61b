import DjetModel

/// The limits within which webhooks are posted.
struct WebhookRules: Sendable {
    /// The secrets that sign.
    var secrets = WebhookSecrets()
    /// The networks that may be reached besides the public ones. Within them, connections need no TLS.
    var networks: [IPNetwork] = []
    /// The time from the look-up of the host to the end of the answer.
    var limit = Duration.seconds(30)
    /// A file of certificates to trust; nil for those of the system.
    var trusted: String?
    /// Returns the addresses of a host.
    var lookUp: @Sendable (String) async throws -> [IPAddress] = HostLookup.addresses

    /// Returns the address to connect to: the first that is allowed. Throws `ModelError` if none is.
    ///
    /// The host is looked up once, and the connection goes to what was looked at: a second look-up could tell
    /// another address.
    func target(of address: WebhookAddress) async throws -> IPAddress {
        let addresses = try await lookUp(address.name)
        let known = addresses.first { address in networks.contains { $0.contains(address) } }
        if let known { return known }
        guard let found = addresses.first(where: \.isPublic) else {
            throw ModelError.forbidden(
                "\(address.name) has no public address: DJET_WEBHOOK_NETWORKS lists the other networks "
                    + "that webhooks may reach")
        }
        guard address.isEncrypted else {
            throw ModelError.invalid("\(address.name) is reached by the internet: use https://")
        }
        return found
    }
}
