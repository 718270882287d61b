public import DjetJSON
import DjetStore
import Logging

extension Model {
    /// Notes an action of the acting user, as part of the open transaction.
    ///
    /// - Parameters:
    ///   - action: the action, such as `job.cancel`.
    ///   - target: its object: a ticket, a path, a name.
    ///   - detail: further facts worth knowing; never a secret.
    public func audit(
        _ action: String, _ target: String, detail: [String: JSONValue] = [:]
    ) async throws {
        guard isAudited else { return log(action, [target]) }
        try await ask(
            """
            select djet.enter_audit(
              \(user), \(action), \(Self.plain(target)), \(try JSONParameter(detail))::jsonb, \(address),
              \(now))
            """)
    }

    /// True if the database has an audit, and the login may write it.
    package var mayAudit: Bool {
        get async throws {
            let may: Bool? = try await answer(
                """
                select exists (
                  select from pg_namespace n
                  join pg_class c on c.relnamespace = n.oid and c.relname = 'audit'
                  join pg_proc p on p.pronamespace = n.oid and p.proname = 'enter_audit'
                  where n.nspname = 'djet'
                    and has_schema_privilege(n.oid, 'usage')
                    and has_table_privilege(c.oid, 'insert')
                    and has_function_privilege(p.oid, 'execute'))
                """)
            return may ?? false
        }
    }

    /// Notes one action on many targets, in one statement.
    public func audit(
        _ action: String, each entries: [(target: String, detail: [String: JSONValue])]
    ) async throws {
        guard !entries.isEmpty else { return }
        guard isAudited else { return log(action, entries.map(\.target)) }
        let rows = entries.map {
            ManyEntry(user: user, target: Self.plain($0.target), detail: $0.detail, address: address)
        }
        try await enter(action, rows)
    }

    /// Notes one action of many people, in one statement.
    package func enter(_ action: String, _ entries: [ManyEntry]) async throws {
        guard isAudited else { return }
        try await ask("select djet.enter_audits(\(action), \(try JSONParameter(entries))::jsonb, \(now))")
    }

    private func log(_ action: String, _ targets: [String]) {
        logger.notice(
            "\(action)", metadata: ["user": "\(user ?? "")", "targets": "\(targets.map { Self.plain($0) })"])
    }

    /// An audit entry among several.
    package struct ManyEntry: Codable, Sendable {
        package var user: String?
        package var target: String
        package var detail: [String: JSONValue]
        package var address: String?

        package init(user: String?, target: String, detail: [String: JSONValue], address: String?) {
            self.user = user
            self.target = target
            self.detail = detail
            self.address = address
        }
    }

    /// Returns the audit entries that a filter lets through, newest first.
    public func auditEntries(_ filter: AuditFilter = AuditFilter()) async throws -> [AuditEntry] {
        try await answers(
            """
            select * from djet.audit_page(
              \(Self.plain(filter.user)), \(Self.plain(filter.action)), \(filter.since), \(filter.until),
              \(filter.before), \(filter.limit))
            """)
    }

    /// Returns the actions that have entries, in order.
    public func auditActions() async throws -> [String] {
        try await answers("select * from djet.audit_actions()")
    }
}
