import DjetStore

extension Model {
    /// Notes what the acting user did, as part of the transaction that is open.
    ///
    /// - Parameters:
    ///   - action: what, such as `job.cancel`.
    ///   - target: to what: a ticket, a path, a name.
    ///   - detail: what else is worth knowing; never a secret.
    public func audit(
        _ action: String, _ target: String, detail: [String: JSONValue] = [:]
    ) async throws {
        try await ask(
            """
            select djet.enter_audit(
              \(user), \(action), \(Self.plain(target)), \(try JSONParameter(detail))::jsonb, \(address),
              \(now))
            """)
    }

    /// The audit entries that a filter lets through, the newest first.
    public func auditEntries(_ filter: AuditFilter = AuditFilter()) async throws -> [AuditEntry] {
        try await answers(
            """
            select * from djet.audit_page(
              \(Self.plain(filter.user)), \(Self.plain(filter.action)), \(filter.since), \(filter.until),
              \(filter.before), \(filter.limit))
            """)
    }

    /// The actions that there are entries of, in order.
    public func auditActions() async throws -> [String] {
        try await answers("select * from djet.audit_actions()")
    }
}
