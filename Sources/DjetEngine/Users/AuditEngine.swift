import DjetModel

/// The audit: who did what, when and from where. Requires the right `manage`. It names jobs of all tenants.
struct AuditEngine: Engine {
    static let basetype = Basetype("audit", title: "Audit", isSingleton: true)
    private static let pageSize = 50

    var routes: [Route] {
        [
            Route(
                .get, "", right: .manage, "Lists the audit's entries, newest first",
                query: [
                    QueryField("user", .text, "The user who acted"),
                    QueryField("action", .text, "The action, such as user.disable"),
                    QueryField("since", .time, "Only entries at this time or later"),
                    QueryField("until", .time, "Only entries before this time"),
                    QueryField(
                        "before", .integer(1...Int64.max), "The number of the previous page's last entry"),
                ], answer: .page(AuditPage.self)
            ) { visit in
                .page("users/audit", title: visit.node.title, try await Self.page(visit))
            }.spanningTenants()
        ]
    }

    private static func page(_ visit: Visit) async throws -> AuditPage {
        let query = visit.query
        let filter = AuditFilter(
            user: query["user"], action: query["action"], since: query.time("since"),
            until: query.time("until"), before: query.integer("before"), limit: pageSize + 1)
        let entries = try await visit.model.auditEntries(filter)
        return AuditPage(
            entries: Array(entries.prefix(pageSize)), user: query["user"], action: query["action"],
            since: query["since"], until: query["until"],
            actions: try await visit.model.auditActions().map {
                .init(name: $0, isChosen: $0 == query["action"])
            },
            next: entries.count > pageSize ? next(visit, after: entries[pageSize - 1].id) : nil)
    }

    private static func next(_ visit: Visit, after id: Int64) -> String {
        let kept = ["user", "action", "since", "until"].compactMap { name in
            visit.query[name].map { "\(name)=\(Percent.encoded($0))&" }
        }
        return "\(visit.path())?\(kept.joined())before=\(id)"
    }
}
